package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.recordings.control.ClearLeaving;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.tenancy.Name;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A tenant with recordings in a real database and a real folder, and what goes by its rules. */
final class RetentionScene {
    final Scene scene;
    final TenantId acme;
    final RetentionRules rules;
    final Stock stock;
    final PlanRetention planning;
    final RetentionRuns runs;
    final RunRetention running;
    private final Clock clock;

    RetentionScene(Path vault, Clock clock) {
        this(vault, clock, folder -> folder);
    }

    /** @param between what stands between the hub and its own folder */
    RetentionScene(Path vault, Clock clock, UnaryOperator<BlobStore> between) {
        this.clock = clock;
        scene = new Scene(vault);
        scene.open(vault, between);
        acme = scene.owner.tenant();
        var departures = new Departures(scene.work, clock);
        rules = new RetentionRules(
                scene.work,
                new Sites(scene.work, scene.visible, scene.access),
                new Cameras(scene.work, scene.visible, scene.access),
                scene.providers,
                clock);
        stock = new Stock(scene.work);
        planning = new PlanRetention(scene.work, stock, new ToMove(scene.work, scene.providers), clock);
        runs = new RetentionRuns(scene.work, departures, clock);
        running = new RunRetention(
                scene.work,
                rules,
                planning,
                runs,
                departures,
                new ClearLeaving(scene.work, departures, scene.stores),
                clock);
    }

    SiteId site(String name) {
        return scene.as(scene.owner, () -> {
            SiteId site = SiteId.fresh();
            var unused = new Sites(scene.work, scene.visible, scene.access)
                    .add(scene.owner, site, new Name(name), ZoneId.of("UTC"));
            return site;
        });
    }

    CameraId camera(SiteId site, String name) {
        return scene.as(
                scene.owner,
                () -> new Cameras(scene.work, scene.visible, scene.access)
                        .add(scene.owner, site, Optional.empty(), new Name(name))
                        .id());
    }

    void rule(Scope scope, Terms terms) {
        scene.work.run(acme, () -> {
            var unused = rules.set(scene.owner, scope, terms);
        });
    }

    static Terms days(int days) {
        return new Terms(new Terms.Days.Of(days), OptionalLong.empty());
    }

    static Terms bytes(long bytes) {
        return new Terms(Terms.Days.AS_ABOVE, OptionalLong.of(bytes));
    }

    static Terms endless() {
        return new Terms(Terms.Days.ENDLESS, OptionalLong.empty());
    }

    static Terms days(int days, Map<String, Integer> labels) {
        return new Terms(new Terms.Days.Of(days), OptionalLong.empty(), labels(labels, OptionalInt.empty()));
    }

    static ByLabel labels(Map<String, Integer> labels, OptionalInt unseen) {
        return new ByLabel(
                labels.entrySet().stream()
                        .collect(Collectors.toMap(one -> new Label(one.getKey()), Map.Entry::getValue)),
                unseen);
    }

    /** A program looked at it, and saw these. */
    void seen(RecordingId id, String... labels) {
        scene.work.run(acme, () -> {
            insert(
                    id,
                    "insert into analysis_run (tenant_id, camera_id, started_at, recording_id, run_id, engine, engine_version,"
                            + " fingerprint, detections, markers, posted_at, posted_by) select tenant_id, camera_id, started_at, id, 'one', 'yard',"
                            + " '1', repeat('0', 64), 0, 0, now(), 'program' from recording where id = :id",
                    Map.of());
            for (String label : labels) {
                insert(
                        id,
                        "insert into recording_label (tenant_id, camera_id, started_at, recording_id, engine, label, confidence)"
                                + " select tenant_id, camera_id, started_at, id, 'yard', :label, 0.5 from recording where id = :id",
                        Map.of("label", label));
            }
        });
    }

    private void insert(RecordingId id, String rows, Map<String, String> with) {
        var query = scene.work.entities(acme).createNativeQuery(rows).setParameter("id", id.value());
        with.forEach(query::setParameter);
        int inserted = query.executeUpdate();
        if (inserted != 1) {
            throw new IllegalStateException("recording " + id + " is not there");
        }
    }

    RecordingId stored(CameraId camera, Instant startedAt, long seconds, int bytes) {
        RecordingId id = row(camera, startedAt, seconds, bytes, "VAULT");
        byte[] content = new byte[bytes];
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery("update recording set sha256 = :hash where id = :id")
                    .setParameter("hash", Sha256.of(content).hex())
                    .setParameter("id", id.value())
                    .executeUpdate();
        });
        try {
            var unused = scene.store.put(
                    BlobKey.recording(acme, camera, startedAt, id),
                    new ByteArrayInputStream(content),
                    new BlobSpec(bytes, Sha256.of(content), BlobSpec.MP4));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    RecordingId row(CameraId camera, Instant startedAt, long seconds, long bytes, String place) {
        RecordingId id = RecordingId.fresh();
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery("""
                            insert into recording (tenant_id, camera_id, started_at, id, agent_id, duration_ms, bytes, sha256, mime,
                                                   width, height, cut, place, received_at)
                            values (:tenant, :camera, :at, :id, :camera, :ms, :bytes, repeat('0', 64), 'video/mp4', 64, 36, false, :place, :at)
                            """)
                    .setParameter("tenant", acme.value())
                    .setParameter("camera", camera.value())
                    .setParameter("at", startedAt)
                    .setParameter("id", id.value())
                    .setParameter("ms", seconds * 1000)
                    .setParameter("bytes", bytes)
                    .setParameter("place", place)
                    .executeUpdate();
        });
        return id;
    }

    void hold(RecordingId id, boolean held) {
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery(
                            held
                                    ? "update recording set held_at = now(), held_by = 'o', held_name = 'Owner', held_why = 'theft' where id = :id"
                                    : "update recording set held_at = null, held_by = null, held_name = null, held_why = null where id = :id")
                    .setParameter("id", id.value())
                    .executeUpdate();
        });
    }

    @SuppressWarnings("unchecked") // a native query of one column of ids
    Set<RecordingId> there() {
        return scene.work.as(
                acme,
                () -> ((List<UUID>) scene.work
                                .entities(acme)
                                .createNativeQuery("select id from recording", UUID.class)
                                .getResultList())
                        .stream().map(RecordingId::new).collect(Collectors.toSet()));
    }

    List<Plan.Going> going() {
        List<Plan.Going> going = new ArrayList<>();
        planning.walk(acme, scene.work.as(acme, () -> rules.all(acme)), going::add);
        return going;
    }

    /** Bytes in the folder that are on their way out. */
    long leaving() {
        return scene.work.as(acme, () -> stock.leavingInFolder(acme));
    }

    /** The hub heard of it at another time than it was recorded. */
    void received(RecordingId id, Instant at) {
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery("update recording set received_at = :at where id = :id")
                    .setParameter("at", at)
                    .setParameter("id", id.value())
                    .executeUpdate();
        });
    }

    Moves moves() {
        return new Moves(scene.work, scene.recordings, scene.uploads, clock);
    }

    /** What is to move. */
    Plan.Share waiting() {
        return scene.work.as(acme, () -> planning.moves(acme, rules.all(acme)));
    }

    Plan plan() {
        return scene.work.as(acme, () -> planning.plan(acme, rules.all(acme)));
    }

    Forecast forecast() {
        return scene.work.as(acme, () -> planning.forecast(acme, rules.all(acme)));
    }

    RetentionRun lastRun() {
        return scene.work.as(acme, () -> runs.latest(acme).orElseThrow());
    }
}
