package io.vedette.hub.fleet.removal;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.EndAgent;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Affected;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.FindAffected;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.NamingGrants;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Agreement;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.RecordingsOfCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a site, a group, a camera or a tag away, with what goes along. Inside a transaction. */
@Singleton
public class TakeAway {
    private final TenantWork work;
    private final Sites sites;
    private final Cameras cameras;
    private final Tags tags;
    private final FindAffected affected;
    private final Tombstones tombstones;
    private final NamingGrants grants;
    private final RecordingsOfCameras recordings;
    private final Departures departures;
    private final EndAgent agents;
    private final AccessNews news;

    @Inject
    public TakeAway(
            TenantWork work,
            Sites sites,
            Cameras cameras,
            Tags tags,
            FindAffected affected,
            Tombstones tombstones,
            NamingGrants grants,
            RecordingsOfCameras recordings,
            Departures departures,
            EndAgent agents,
            AccessNews news) {
        this.work = work;
        this.sites = sites;
        this.cameras = cameras;
        this.tags = tags;
        this.affected = affected;
        this.tombstones = tombstones;
        this.grants = grants;
        this.recordings = recordings;
        this.departures = departures;
        this.agents = agents;
        this.news = news;
    }

    private record Found(String name, DeedKind deed, String kind, String id, Affected what) {}

    /** What would go now. */
    public Toll count(Viewer viewer, Selector it) {
        Found found = find(viewer, it);
        return count(viewer.tenant(), found, grants.of(viewer.tenant(), found.what()));
    }

    /** Refuses what the viewer may not know of as not found, and whoever may not with the missing right. */
    private Found find(Viewer viewer, Selector it) {
        TenantId tenant = viewer.tenant();
        Found found = switch (it) {
            case Selector.WholeSite whole ->
                new Found(
                        sites.get(viewer, whole.site()).name(),
                        DeedKind.SITE_REMOVED,
                        "site",
                        whole.site().toString(),
                        affected.by(tenant, whole.site()));
            case Selector.WholeGroup whole ->
                new Found(
                        sites.group(viewer, whole.group()).name(),
                        DeedKind.GROUP_REMOVED,
                        "group",
                        whole.group().toString(),
                        affected.by(tenant, whole.group()));
            case Selector.OneCamera one ->
                new Found(
                        cameras.get(viewer, one.camera()).name(),
                        DeedKind.CAMERA_REMOVED,
                        "camera",
                        one.camera().toString(),
                        affected.by(one.camera()));
            case Selector.Tagged tagged -> {
                if (!tags.all(viewer).contains(tagged.tag())) {
                    throw Refusal.notFound();
                }
                yield new Found(
                        tagged.tag().value(),
                        DeedKind.TAG_REMOVED,
                        "tag",
                        tagged.tag().value(),
                        affected.by(tenant, tagged.tag()));
            }
            case Selector.EveryCamera every -> throw Refusal.notFound();
        };
        viewer.must(Permission.ARRANGE);
        viewer.must(Permission.DELEGATE); // grants that others gave go along
        return found;
    }

    private Toll count(TenantId tenant, Found found, List<AccessGrant> named) {
        Affected what = found.what();
        RecordingsOfCameras.Sum sum = recordings.sum(tenant, what.gone());
        return new Toll(
                found.name(),
                what.groups().size(),
                what.gone().size(),
                what.stay().size(),
                agents.count(tenant, what.gone()),
                named.size(),
                sum.recordings(),
                sum.vaultBytes(),
                recordings.openUploads(tenant, what.gone()).size(),
                Agreement.of(
                        found.kind() + found.id() + found.name(),
                        sorted(what.groups().stream()),
                        sorted(what.gone().stream()),
                        sorted(what.stay().stream()),
                        sorted(named.stream().map(AccessGrant::id))));
    }

    private static String sorted(Stream<?> ids) {
        return ids.map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    /**
     * Takes it away.
     *
     * @param state of the {@link Toll} that was agreed to; {@link Problem#CHANGED} when something else would go now
     */
    public Toll now(Viewer viewer, Selector it, String state) {
        TenantId tenant = viewer.tenant();
        hold(viewer, it);
        Found found = find(viewer, it);
        List<AccessGrant> named = grants.of(tenant, found.what());
        Toll toll = count(tenant, found, named);
        if (!toll.state().equals(state)) {
            throw new Refusal(Problem.CHANGED);
        }
        note(found, toll);
        grants.takeBack(tenant, named);
        removeCameras(viewer, found.what().gone());
        tombstones.remove(viewer, found.what().groups());
        found.what().site().ifPresent(site -> {
            agents.of(tenant, site);
            tombstones.bury(viewer, site);
        });
        found.what().tag().ifPresent(tag -> tombstones.remove(viewer, tag));
        work.afterCommit(() -> news.less(tenant));
        return toll;
    }

    /** Nothing may come to a site or group while it is counted and goes. */
    private void hold(Viewer viewer, Selector it) {
        switch (it) {
            case Selector.WholeSite whole ->
                tombstones.hold(viewer, sites.get(viewer, whole.site()).id());
            case Selector.WholeGroup whole ->
                tombstones.hold(viewer, sites.group(viewer, whole.group()).site());
            case Selector.OneCamera one -> {}
            case Selector.Tagged tagged -> {}
            case Selector.EveryCamera every -> {}
        }
    }

    private void removeCameras(Viewer viewer, Collection<CameraId> gone) {
        gone.forEach(camera -> agents.of(viewer.tenant(), camera));
        tombstones.bury(viewer, gone); // locks them: from here on nobody puts anything of them on hold
        if (departures.held(viewer.tenant(), gone) > 0) {
            throw new Refusal(Problem.ON_HOLD);
        }
    }

    private void note(Found found, Toll toll) {
        Deed deed = found.deed() == DeedKind.CAMERA_REMOVED
                ? Deed.ofCamera(found.deed(), CameraId.of(found.id()).value())
                : Deed.of(found.deed(), found.kind(), found.id(), found.name());
        work.note(deed.with("groups", toll.groups())
                .with("cameras", toll.cameras())
                .with("staying", toll.staying())
                .with("grants", toll.grants())
                .with("recordings", toll.recordings())
                .with("bytes", toll.vaultBytes())
                .with("uploads", toll.uploads()));
        if (found.deed() == DeedKind.SITE_REMOVED) {
            found.what()
                    .gone()
                    .forEach(camera -> work.note(Deed.ofCamera(DeedKind.CAMERA_REMOVED, camera.value())
                            .with("site", found.id())));
        }
    }
}
