package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Departures.Key;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold and a deletion meet: one of them comes first, the other one sees it, and what is on hold stays. A real database. */
class HoldRaceTest {
    /** As many as a whole drill has take half a minute: with {@code -Dvedette.drill=true}. */
    private static final int RACES = Boolean.getBoolean("vedette.drill") ? 10_000 : 2_000;

    private static final int PAIRS = 4;
    private static final int RECORDINGS = 200;
    private static final int WITH_BYTES = 200;
    private static final int MOST_DELAYS = 6;
    private static final byte[] FILE = new byte[500];
    private static final Hold.Reason WHY = new Hold.Reason("A theft in the yard");

    private Scene scene;
    private TenantId acme;
    private Departures departures;
    private HoldRecording holds;
    private ClearLeaving clearing;

    @BeforeEach
    void begin(@TempDir Path vault) {
        scene = new Scene(vault);
        acme = scene.owner.tenant();
        departures = new Departures(scene.work, scene.clock);
        holds = new HoldRecording(scene.work, scene.recordings, new Tombstones(scene.work, scene.clock), scene.clock);
        clearing = new ClearLeaving(scene.work, departures, scene.stores);
    }

    /** What came of one race. */
    private record Race(Key key, boolean held, boolean marked) {}

    @Test
    void inTenThousandRacesOneOfTheTwoComesFirstAndTheOtherOneSeesIt() throws Exception {
        List<Key> keys =
                Stream.generate(this::inVaultByItsRow).limit(RECORDINGS).toList();
        long holdsFirst = 0;
        for (int round = 0; round < RACES / RECORDINGS; round++) {
            List<Race> races = race(keys, round, () -> {});
            Map<RecordingId, Recording> rows = rows();
            assertThat(races).hasSize(RECORDINGS).allSatisfy(race -> {
                assertThat(race.held()).isNotEqualTo(race.marked());
                Recording row = rows.get(race.key().id());
                assertThat(row.place()).isEqualTo(race.held() ? Place.VAULT : Place.LEAVING);
                assertThat(row.hold().isPresent()).isEqualTo(race.held());
            });
            holdsFirst += races.stream().filter(Race::held).count();
            asBefore();
        }

        assertThat(holdsFirst).as("each comes first now and then").isBetween(RACES / 100L, RACES - RACES / 100L);
    }

    @Test
    void whatIsHeldKeepsItsBytesAndWhatIsNotIsGoneWhileAllOfItIsDeletedAtOnce() throws Exception {
        List<Key> keys = Stream.generate(this::inVault).limit(WITH_BYTES).toList();

        List<Race> races = race(keys, 77, () -> clearing.run(acme, gone -> {}));
        var unused = clearing.run(acme, gone -> {});

        assertThat(races).allSatisfy(race -> {
            Optional<Recording> row = scene.as(
                    scene.owner, () -> scene.recordings.find(acme, race.key().id()));
            assertThat(row.isPresent()).isEqualTo(race.held());
            row.ifPresent(
                    one -> assertThat(scene.store.verify(one.fileKey()).bytes()).isEqualTo(FILE.length));
        });
    }

    private List<Race> race(List<Key> keys, long seed, Runnable afterMark) throws Exception {
        List<Race> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2 * PAIRS)) {
            List<Future<List<Boolean>>> holders = new ArrayList<>();
            List<Future<List<Boolean>>> markers = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                var start = new CyclicBarrier(2);
                List<Key> share = share(keys, pair);
                long delays = seed * PAIRS + pair;
                holders.add(threads.submit(() -> each(share, start, this::hold)));
                markers.add(threads.submit(() -> {
                    var random = new Random(delays);
                    return each(share, start, key -> mark(key, random.nextInt(MOST_DELAYS), afterMark));
                }));
            }
            for (int pair = 0; pair < PAIRS; pair++) {
                List<Key> share = share(keys, pair);
                for (int i = 0; i < share.size(); i++) {
                    all.add(new Race(
                            share.get(i),
                            holders.get(pair).get().get(i),
                            markers.get(pair).get().get(i)));
                }
            }
        }
        return all;
    }

    private static List<Key> share(List<Key> keys, int pair) {
        int size = keys.size() / PAIRS;
        return keys.subList(pair * size, (pair + 1) * size);
    }

    private interface Act {
        boolean on(Key key);
    }

    private static List<Boolean> each(List<Key> keys, CyclicBarrier start, Act act)
            throws InterruptedException, BrokenBarrierException {
        List<Boolean> came = new ArrayList<>();
        for (Key key : keys) {
            int unused = start.await();
            came.add(act.on(key));
        }
        return came;
    }

    private boolean hold(Key key) {
        try {
            return scene.as(scene.owner, () -> holds.set(scene.owner, "Owner", key.id(), WHY))
                    instanceof HoldRecording.Outcome.Held;
        } catch (io.vedette.hub.platform.web.Refusal goneAlready) {
            return false;
        }
    }

    /** A hold asks more before it locks: some questions here as well, or it would never be the first. */
    private boolean mark(Key key, int questions, Runnable after) {
        boolean marked = scene.work.as(acme, () -> {
            for (int i = 0; i < questions; i++) {
                var unused = departures.held(acme, List.of(scene.gate));
            }
            return departures.mark(acme, key, LeavingWhy.AGE);
        });
        after.run();
        return marked;
    }

    private Key inVaultByItsRow() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        return scene.as(scene.owner, () -> {
            Recording row = scene.recordings.lock(acme, id).orElseThrow();
            row.inVault(Optional.empty());
            return Key.of(row);
        });
    }

    private Key inVault() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        var unused = scene.taking.take(
                scene.agent, scene.request(id).upload(), new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
        return Key.of(scene.recording(id));
    }

    private Map<RecordingId, Recording> rows() {
        return scene.as(
                scene.owner,
                () -> scene.work
                        .entities(acme)
                        .createQuery("select r from Recording r", Recording.class)
                        .getResultStream()
                        .collect(Collectors.toMap(Recording::id, Function.identity())));
    }

    private void asBefore() {
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery(
                            "update recording set place = 'VAULT', held_at = null, held_by = null, held_name = null, held_why = null,"
                                    + " leaving_at = null, leaving_why = null")
                    .executeUpdate();
        });
    }
}
