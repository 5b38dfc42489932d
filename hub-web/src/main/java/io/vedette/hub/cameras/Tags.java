package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tags of cameras, as far as the viewer may see the cameras. */
@Singleton
public class Tags {
    /** More on one camera is no longer a help to anybody. */
    public static final int MOST = 20;

    private final TenantWork work;
    private final VisibleCameras visible;
    private final Cameras cameras;
    private final AccessNews news;

    @Inject
    public Tags(TenantWork work, VisibleCameras visible, Cameras cameras, AccessNews news) {
        this.work = work;
        this.visible = visible;
        this.cameras = cameras;
        this.news = news;
    }

    /** Every tag that a camera the viewer may see has. */
    public SortedSet<Tag> all(Viewer viewer) {
        return visible.query(viewer, "select distinct t.tag from CameraTag t where t.camera in {visible}", String.class)
                .getResultStream()
                .map(Tag::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** On how many cameras that the viewer may see each tag is, by tag. */
    public SortedMap<String, Long> counts(Viewer viewer) {
        SortedMap<String, Long> counts = new TreeMap<>();
        visible.query(
                        viewer,
                        "select t.tag, count(*) from CameraTag t where t.camera in {visible} group by t.tag",
                        Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** The tags of these cameras; a camera without one is not in here. */
    public Map<CameraId, SortedSet<Tag>> of(Viewer viewer, Collection<CameraId> ids) {
        return visible.query(
                        viewer,
                        "select t from CameraTag t where t.camera in :ids and t.camera in {visible}",
                        CameraTag.class)
                .setParameter("ids", ids.stream().map(CameraId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        CameraTag::camera, Collectors.mapping(CameraTag::tag, Collectors.toCollection(TreeSet::new))));
    }

    /** The tags of one camera. */
    public SortedSet<Tag> of(Viewer viewer, CameraId camera) {
        return of(viewer, List.of(camera)).getOrDefault(camera, new TreeSet<>());
    }

    /** Reads what somebody typed: tags apart by blanks or commas. */
    public static SortedSet<Tag> read(String typed) {
        return Stream.of(typed.split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .map(Tag::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Makes these the tags of a camera. Whoever saw it by a tag that goes may see it no longer. */
    public void put(Viewer viewer, CameraId id, Set<Tag> tags) {
        cameras.get(viewer, id);
        viewer.must(Permission.ARRANGE);
        if (tags.size() > MOST) {
            throw new IllegalArgumentException("a camera has at most 20 tags");
        }
        List<CameraTag> now = work.entities(viewer.tenant())
                .createQuery(
                        "select t from CameraTag t where t.tenant = :tenant and t.camera = :camera", CameraTag.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("camera", id.value())
                .getResultList();
        now.stream().filter(one -> !tags.contains(one.tag())).forEach(work.entities(viewer.tenant())::remove);
        Set<Tag> there = now.stream().map(CameraTag::tag).collect(Collectors.toSet());
        if (there.equals(tags)) {
            return;
        }
        tags.stream()
                .filter(tag -> !there.contains(tag))
                .forEach(tag -> work.entities(viewer.tenant()).persist(new CameraTag(id, tag)));
        work.note(Deed.ofCamera(DeedKind.CAMERA_CHANGED, id.value())
                .with("tags", tags.stream().map(Tag::value).sorted().collect(Collectors.joining(" "))));
        if (!tags.containsAll(there)) {
            work.afterCommit(() -> news.less(viewer.tenant()));
        }
    }
}
