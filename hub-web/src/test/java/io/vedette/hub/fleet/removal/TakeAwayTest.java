package io.vedette.hub.fleet.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentNews;
import io.vedette.hub.agents.EndAgent;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.VaultNews;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.FindAffected;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.NamingGrants;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.HoldRecording;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingsOfCameras;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken away is counted first, gone at once for everybody, and thrown away afterwards, however often that is begun. */
class TakeAwayTest {
    private static final byte[] FILE = new byte[1000];

    private Scene scene;
    private Viewer owner;
    private TenantId tenant;
    private Tombstones tombstones;
    private Cameras cameras;
    private Sites sites;
    private Tags tags;
    private TakeAway taking;
    private EndAgent ending;
    private Selector gate;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        owner = scene.owner;
        tenant = owner.tenant();
        cameras = new Cameras(scene.work, scene.visible, scene.access);
        sites = new Sites(scene.work, scene.visible, scene.access);
        tags = new Tags(scene.work, scene.visible, cameras, scene.access);
        tombstones = new Tombstones(scene.work, scene.clock);
        ending = new EndAgent(scene.work, scene.agents, scene.links, new AgentNews(), new VaultNews(), scene.clock);
        taking = new TakeAway(
                scene.work,
                sites,
                cameras,
                tags,
                new FindAffected(scene.work),
                tombstones,
                new NamingGrants(scene.work),
                new RecordingsOfCameras(scene.work),
                new Departures(scene.work, scene.clock),
                ending,
                scene.access);
        gate = new Selector.OneCamera(scene.gate);
    }

    @Test
    void aCameraOfWhichSomethingIsOnHoldStaysUntilTheHoldIsTakenBack() {
        RecordingId kept = inVault();
        var holds = new HoldRecording(scene.work, scene.recordings, tombstones, scene.clock);
        var why = new Hold.Reason("A theft");
        scene.as(owner, () -> holds.set(owner, "Owner", kept, why));

        assertRefused(Problem.ON_HOLD, () -> now(owner, gate, count(gate).state()));
        assertThat(scene.as(owner, () -> cameras.find(owner, scene.gate))).isPresent();

        scene.as(owner, () -> holds.release(owner, kept));
        now(owner, gate, count(gate).state());
        assertThat(scene.as(owner, () -> cameras.find(owner, scene.gate))).isEmpty();
        assertRefused(Problem.NOT_FOUND, () -> scene.as(owner, () -> holds.set(owner, "Owner", kept, why)));
    }

    @Test
    void aCameraGoesForEverybodyAtOnceAndItsRecordingsAfterwards() {
        RecordingId kept = inVault();
        scene.closed(FILE, Delivery.ON_DEMAND);
        scene.give(Action.REPLAY);
        RecordingId others = otherCamerasRecording();
        List<TenantId> told = new ArrayList<>();
        scene.access.onLess(told::add);

        Toll toll = count(gate);
        assertThat(toll.cameras()).isEqualTo(1);
        assertThat(toll.agents()).isEqualTo(1);
        assertThat(toll.grants()).isEqualTo(1);
        assertThat(toll.recordings()).isEqualTo(2);
        assertThat(toll.vaultBytes()).isEqualTo(FILE.length);
        now(owner, gate, toll.state());

        assertThat(told).containsExactly(tenant);
        assertThat(scene.as(owner, () -> cameras.find(owner, scene.gate))).isEmpty();
        assertThat(scene.as(owner, () -> cameras.find(tenant, scene.gate))).isEmpty();
        assertThat(scene.as(owner, () -> scene.grants().all(owner))).isEmpty();
        assertThat(scene.as(owner, () -> scene.agents.ofCamera(tenant, scene.gate)))
                .isEmpty();
        assertThat(blobs(scene.gate))
                .as("nothing of it is thrown away before the tombstone is committed")
                .isEqualTo(1);

        sweep(scene.store);

        assertThat(blobs(scene.gate)).isZero();
        assertThat(scene.as(owner, () -> scene.recordings.find(tenant, kept))).isEmpty();
        assertThat(buried()).isEmpty();
        assertThat(scene.as(owner, () -> scene.recordings.find(tenant, others))).isPresent();
        assertThat(blobs(scene.recording(others).camera())).isEqualTo(1);
    }

    @Test
    void whatAFailureKeptFromBeingThrownAwayIsThrownAwayNextTime() {
        RecordingId kept = inVault();
        now(owner, gate, count(gate).state());

        sweep(brokenOnce());
        assertThat(buried()).as("still to be done").containsExactly(scene.gate);
        assertThat(scene.as(owner, () -> scene.recordings.find(tenant, kept)))
                .as("its row, as its bytes are there")
                .isPresent();

        sweep(scene.store);
        assertThat(buried()).isEmpty();
        assertThat(blobs(scene.gate)).isZero();
    }

    @Test
    void whatIsUnderWayIsCalledOffBeforeItsRowsGo() {
        var upload = scene.request(scene.closed(FILE, Delivery.ON_DEMAND)).upload();
        assertThat(count(gate).uploads()).isEqualTo(1);
        now(owner, gate, count(gate).state());

        sweep(scene.store);

        assertThat(scene.as(owner, () -> scene.uploads.find(tenant, upload))).isEmpty();
    }

    @Test
    void whoeverAgreedIsAskedAgainWhenSomethingElseWouldGoAndNotWhenItRecordedMeanwhile() {
        String agreed = count(gate).state();
        scene.closed(FILE, Delivery.ON_DEMAND);
        assertThat(count(gate).state()).isEqualTo(agreed);

        scene.give(Action.LIVE);

        assertRefused(Problem.CHANGED, () -> now(owner, gate, agreed));
        assertThat(scene.as(owner, () -> cameras.find(owner, scene.gate))).isPresent();
        now(owner, gate, count(gate).state());
    }

    @Test
    void nobodyTakesAwayWhatTheyMayNotSeeNorWithoutTheRightToTakeGrantsBack() {
        String state = count(gate).state();

        assertRefused(Problem.NOT_FOUND, () -> now(scene.guard, gate, state));
        assertRefused(Problem.NOT_FOUND, () -> now(scene.foreigner, gate, state));
        scene.give(Action.LIVE);
        assertRefused(Problem.MISSING_RIGHT, () -> now(scene.guard, gate, state));
        Viewer editor = new Viewer(tenant, new Subject("editor"), Role.EDITOR);
        assertRefused(Problem.MISSING_RIGHT, () -> now(editor, gate, state));
        Viewer admin = new Viewer(tenant, new Subject("admin"), Role.ADMIN);
        now(admin, gate, count(gate).state());
    }

    @Test
    void aSiteGoesWithItsGroupsAndCamerasAndTheGrantsOfEach() {
        SiteId yard = site("Yard");
        SiteId shop = site("Shop");
        GroupId north = group(yard, Optional.empty());
        GroupId gates = group(yard, Optional.of(north));
        CameraId camera = camera(yard, Optional.of(gates));
        CameraId other = camera(shop, Optional.empty());
        give(new Selector.WholeSite(yard));
        give(new Selector.WholeGroup(gates));
        give(new Selector.OneCamera(camera));
        give(new Selector.OneCamera(other));

        Toll toll = count(new Selector.WholeSite(yard));
        assertThat(toll.groups()).isEqualTo(2);
        assertThat(toll.cameras()).isEqualTo(1);
        assertThat(toll.grants()).isEqualTo(3);
        now(owner, new Selector.WholeSite(yard), toll.state());

        assertThat(scene.as(owner, () -> sites.all(owner)).stream().map(Site::id))
                .contains(shop)
                .doesNotContain(yard);
        assertRefused(Problem.NOT_FOUND, () -> count(new Selector.WholeSite(yard)));
        assertThat(scene.as(owner, () -> sites.find(tenant, yard))).isPresent();
        sweep(scene.store);
        assertThat(scene.as(owner, () -> sites.find(tenant, yard))).isEmpty();
        assertThat(scene.as(owner, () -> cameras.find(owner, other))).isPresent();
        assertThat(scene.as(owner, () -> scene.grants().all(owner))).hasSize(1);
    }

    @Test
    void aGroupGoesWithThoseInItAndItsCamerasStay() {
        SiteId yard = site("Yard");
        GroupId north = group(yard, Optional.empty());
        GroupId gates = group(yard, Optional.of(north));
        CameraId camera = camera(yard, Optional.of(gates));
        give(new Selector.WholeGroup(gates));

        Toll toll = count(new Selector.WholeGroup(north));
        assertThat(toll.groups()).isEqualTo(2);
        assertThat(toll.cameras()).isZero();
        assertThat(toll.staying()).isEqualTo(1);
        assertThat(toll.grants()).isEqualTo(1);
        assertThat(toll.heavy()).isFalse();
        now(owner, new Selector.WholeGroup(north), toll.state());

        assertThat(scene.as(owner, () -> cameras.get(owner, camera)).group()).isEmpty();
        assertThat(scene.as(owner, () -> sites.groups(owner))).isEmpty();
        assertThat(scene.as(scene.guard, () -> scene.visible.sees(scene.guard, camera)))
                .isFalse();
    }

    @Test
    void aTagGoesOffEveryCameraWithItsGrantsAndAnUnknownOneIsNotFound() {
        scene.work.run(tenant, () -> tags.put(owner, scene.gate, Set.of(new Tag("gate"), new Tag("north"))));
        give(new Selector.Tagged(new Tag("gate")));

        Toll toll = count(new Selector.Tagged(new Tag("gate")));
        assertThat(toll.staying()).isEqualTo(1);
        assertThat(toll.grants()).isEqualTo(1);
        now(owner, new Selector.Tagged(new Tag("gate")), toll.state());

        assertThat(scene.as(owner, () -> tags.of(owner, scene.gate))).containsExactly(new Tag("north"));
        assertRefused(Problem.NOT_FOUND, () -> count(new Selector.Tagged(new Tag("gate"))));
        assertRefused(Problem.NOT_FOUND, () -> now(scene.foreigner, new Selector.Tagged(new Tag("north")), ""));
    }

    private Toll count(Selector it) {
        return scene.as(owner, () -> taking.count(owner, it));
    }

    private Toll now(Viewer viewer, Selector it, String state) {
        return scene.as(viewer, () -> taking.now(viewer, it, state));
    }

    private void sweep(BlobStore store) {
        Sweeping.once(scene, tombstones, ending, store);
    }

    /** Of which the first attempt to delete fails. */
    private BlobStore brokenOnce() {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, values) -> {
                    if (method.getName().equals("delete")) {
                        throw new BlobStoreFault("the disk is away", new IOException());
                    }
                    return method.invoke(scene.store, values);
                });
    }

    private List<CameraId> buried() {
        return scene.as(owner, () -> tombstones.buried(tenant));
    }

    private RecordingId inVault() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        store(id);
        return id;
    }

    private void store(RecordingId id) {
        Recording row = scene.recording(id);
        try {
            scene.store.put(
                    row.fileKey(),
                    new ByteArrayInputStream(FILE),
                    new BlobSpec(FILE.length, Sha256.of(FILE), BlobSpec.MP4));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        scene.work.run(
                tenant, () -> scene.recordings.lock(tenant, id).orElseThrow().inVault(Optional.empty()));
    }

    /** Of another camera of the same tenant. */
    private RecordingId otherCamerasRecording() {
        CameraId camera = scene.camera("Other");
        var id = RecordingId.fresh();
        var agent = TestAgents.pair(scene.work, tenant, camera);
        scene.work.run(
                tenant,
                () -> scene.recordings.add(
                        tenant,
                        new Recording(
                                agent,
                                new RecordingClosed(
                                        id,
                                        Scene.NOW,
                                        10_000,
                                        FILE.length,
                                        Sha256.of(FILE).hex(),
                                        "video/mp4",
                                        1280,
                                        720,
                                        Delivery.ON_DEMAND,
                                        false,
                                        null,
                                        null),
                                "video/mp4",
                                new Recording.Label(Scene.NOW, 0),
                                Scene.NOW)));
        store(id);
        return id;
    }

    private long blobs(CameraId camera) {
        try (var all = scene.store.list(BlobPrefix.of(tenant, camera))) {
            return all.count();
        }
    }

    private SiteId site(String name) {
        return scene.as(
                owner,
                () -> sites.add(owner, SiteId.fresh(), new Name(name), ZoneId.of("Europe/Berlin"))
                        .id());
    }

    private GroupId group(SiteId site, Optional<GroupId> above) {
        return scene.as(
                owner,
                () -> sites.addGroup(owner, GroupId.fresh(), site, above, new Name("Group"), Badge.NONE)
                        .id());
    }

    private CameraId camera(SiteId site, Optional<GroupId> group) {
        return scene.as(
                owner, () -> cameras.add(owner, site, group, new Name("Door")).id());
    }

    private void give(Selector what) {
        var wish = GrantWish.of(
                new Holder.Person(scene.guard.subject()),
                what,
                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));
        scene.as(owner, () -> scene.grants().give(owner, GrantId.fresh(), wish));
    }

    private static void assertRefused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }
}
