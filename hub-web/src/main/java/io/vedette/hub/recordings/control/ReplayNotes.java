package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.stop.HubStops;
import io.vedette.hub.platform.tenant.LateDeeds;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who replayed what: the parts of a recording whose bytes were really sent to somebody. A player asks for hundreds of ranges, so they are
 * added up here for each person and recording, and become one row when nothing more was sent for half a minute.
 */
@Singleton
public class ReplayNotes {
    static final Duration QUIET = Duration.ofSeconds(30);
    /** However long somebody plays on: what a hub that dies can lose. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ReplayNotes.class);
    private static final int MOST_OPEN = 10_000;
    private static final long LOOK_SECONDS = 5;

    private final LateDeeds late;
    private final LongSupplier nanos;
    private final Map<Key, Replay> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replay-notes").factory());

    private record Key(TenantId tenant, Doer who, RecordingId recording) {}

    /** What one person was sent of one recording so far. */
    private static final class Replay {
        private final Recording recording;
        private final long begunAt;
        private final SentBytes sent = new SentBytes();
        private long lastAt;

        Replay(Recording recording, long now) {
            this.recording = recording;
            this.begunAt = now;
            this.lastAt = now;
        }
    }

    @Inject
    public ReplayNotes(LateDeeds late) {
        this(late, System::nanoTime);
        var unused = timer.scheduleWithFixedDelay(this::guarded, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    ReplayNotes(LateDeeds late, LongSupplier nanos) {
        this.late = late;
        this.nanos = nanos;
    }

    /** These bytes of the recording's file were sent. */
    public void sent(TenantId tenant, Doer who, Recording recording, long first, long count) {
        if (count <= 0) {
            return;
        }
        long now = nanos.getAsLong();
        open.compute(new Key(tenant, who, recording.id()), (key, known) -> {
            Replay replay = known == null ? new Replay(recording, now) : known;
            replay.sent.add(first, first + count);
            replay.lastAt = now;
            return replay;
        });
        if (open.size() > MOST_OPEN) {
            write(any -> true);
        }
    }

    /** Writes what is over. */
    void look() {
        long now = nanos.getAsLong();
        write(replay -> now - replay.lastAt >= QUIET.toNanos() || now - replay.begunAt >= LONGEST.toNanos());
    }

    private void guarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("replays could not be noted", e);
        }
    }

    private void write(Predicate<Replay> due) {
        for (Key key : List.copyOf(open.keySet())) {
            open.computeIfPresent(key, (same, replay) -> due.test(replay) ? note(key, replay) : replay);
        }
    }

    private @Nullable Replay note(Key key, Replay replay) {
        Recording recording = replay.recording;
        SentBytes.Share share = replay.sent.of(recording.bytes(), recording.duration());
        late.note(
                key.tenant(),
                key.who(),
                recording
                        .deed(DeedKind.REPLAYED)
                        .span(
                                recording.startedAt().plus(share.from()),
                                recording.startedAt().plus(share.to()))
                        .with("seconds", share.seconds())
                        .with("bytes", share.bytes()));
        return null;
    }

    void stops(@Observes HubStops now) {
        write(any -> true);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        write(any -> true);
    }
}
