package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.MoveRecording;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingMove.Blames;
import io.vedette.hub.retention.Stock.Stored;
import io.vedette.hub.vaults.StorageProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what is old to where the rules want it. Nothing is written down beforehand: what is to move is what lies elsewhere, so it may die anywhere. Outside any
 * transaction.
 */
@Singleton
public class RunMoves {
    private static final Logger LOG = LoggerFactory.getLogger(RunMoves.class);
    private static final int AT_ONCE = 500;
    /** One tenant's slow store must not keep all others waiting: the rest has its turn the next time. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private final TenantWork work;
    private final RetentionRules rules;
    private final Stock stock;
    private final ToMove toMove;
    private final Moves moves;
    private final MoveRecording moving;
    private final Clock clock;
    private final LongSupplier nanos;

    @Inject
    public RunMoves(
            TenantWork work,
            RetentionRules rules,
            Stock stock,
            ToMove toMove,
            Moves moves,
            MoveRecording moving,
            Clock clock) {
        this(work, rules, stock, toMove, moves, moving, clock, System::nanoTime);
    }

    RunMoves(
            TenantWork work,
            RetentionRules rules,
            Stock stock,
            ToMove toMove,
            Moves moves,
            MoveRecording moving,
            Clock clock,
            LongSupplier nanos) {
        this.work = work;
        this.rules = rules;
        this.stock = stock;
        this.toMove = toMove;
        this.moves = moves;
        this.moving = moving;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A tenant's turn: what its rules want, which places are not to be asked now, and for how long it may go on. */
    private final class Turn {
        private final TenantId tenant;
        private final Policy policy;
        private final Set<Optional<StorageProviderId>> resting;
        private final long begun = nanos.getAsLong();

        Turn(TenantId tenant) {
            this.tenant = tenant;
            this.policy = work.as(tenant, () -> new Policy(rules.all(tenant), stock.cameras(tenant)));
            this.resting = new HashSet<>(work.as(tenant, () -> moves.resting(tenant)));
        }

        boolean over() {
            return nanos.getAsLong() - begun > TURN.toNanos();
        }

        /** Nothing can be brought there now, or had from there. */
        boolean rests(RecordingMove move) {
            return resting.contains(move.source()) || rests(move.target());
        }

        boolean rests(StorageProviderId place) {
            return resting.contains(Optional.of(place));
        }

        void goOn(RecordingMove move) {
            boolean wanted = policy.archive(move.camera())
                    .map(Archive::to)
                    .filter(move.target()::equals)
                    .isPresent();
            Optional<Blames> failed = moving.goOn(tenant, move, wanted);
            failed.filter(move::rests).ifPresent(who -> resting.add(move.place(who)));
        }
    }

    /** To be called every few minutes. */
    public void run(TenantId tenant) {
        var turn = new Turn(tenant);
        for (RecordingMove move : work.as(tenant, () -> moves.due(tenant, AT_ONCE))) {
            if (turn.over()) {
                return;
            }
            if (move.movedAt().isPresent() || !turn.rests(move)) {
                turn.goOn(move);
            } else {
                work.run(tenant, () -> moves.later(tenant, move));
            }
        }
        for (Map.Entry<Archive, Set<CameraId>> one : turn.policy.archives().entrySet()) {
            long moved = more(turn, one.getKey(), one.getValue());
            if (moved > 0) {
                LOG.info(
                        "{} recordings of tenant {} were taken to {}",
                        moved,
                        tenant,
                        one.getKey().to());
            }
        }
    }

    private long more(Turn turn, Archive archive, Set<CameraId> cameras) {
        long taken = 0;
        var age = Chosen.Age.of(clock.instant(), Duration.ofDays(archive.afterDays()));
        var oldest = new OldestFirst(behind -> work.as(
                turn.tenant,
                () -> toMove.oldest(
                        turn.tenant, cameras, archive.to(), turn.resting, age.before(), behind, OldestFirst.AT_ONCE)));
        while (!turn.over() && !turn.rests(archive.to()) && oldest.hasNext()) {
            Stored next = oldest.next();
            if (age.over(next)) {
                Optional<RecordingMove> begun = work.as(
                        turn.tenant,
                        () -> moves.begin(turn.tenant, new RecordingId(next.id()), archive.to(), turn.resting));
                begun.ifPresent(turn::goOn);
                taken += begun.isPresent() ? 1 : 0;
            }
        }
        return taken;
    }
}
