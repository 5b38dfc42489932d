package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.vaults.StorageProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of recordings that move from one place to another. Within a tenant's work; for work that no person asked for. */
@Singleton
public class Moves {
    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Clock clock;

    @Inject
    public Moves(TenantWork work, Recordings recordings, Uploads uploads, Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** What is to be done now with two copies. */
    public enum Next {
        /** The second is still to be made, or to be made sure of. */
        COPY,
        /** The recording is at the second place: the first copy goes. */
        FIRST_GOES,
        /** The recording leaves from the first place, or is to stay there: the second copy goes. */
        SECOND_GOES,
        /** The recording is gone. */
        BOTH_GO,
        /** Something of it is just coming in, or it is where it cannot be. */
        WAIT
    }

    /**
     * Empty when it is not in the vault, is there already, moves already, or something of it is just coming in; or when it lies at a place that rests.
     *
     * @param resting see {@link #resting}
     */
    public Optional<RecordingMove> begin(
            TenantId tenant, RecordingId id, StorageProviderId target, Set<Optional<StorageProviderId>> resting) {
        Optional<Recording> recording = recordings
                .lock(tenant, id)
                .filter(one -> one.place() == Place.VAULT)
                .filter(one -> !one.provider().equals(Optional.of(target)))
                .filter(one -> !resting.contains(one.provider()))
                .filter(one -> find(tenant, id).isEmpty())
                .filter(one -> uploads.lockUnderWay(tenant, id).isEmpty());
        return recording.map(one -> {
            var move = new RecordingMove(one, target, clock.instant());
            work.entities(tenant).persist(move);
            return move;
        });
    }

    public Optional<RecordingMove> find(TenantId tenant, RecordingId id) {
        return Optional.ofNullable(work.entities(tenant).find(RecordingMove.class, id.value()));
    }

    /**
     * From now on nobody else goes on with it, until it is done, has failed, or {@link RecordingMove#LEASE} is over. One statement: of two hubs one is first, and the
     * other one sees it. False when it is not to be looked at now, or is gone.
     */
    public boolean claim(TenantId tenant, RecordingMove move) {
        Instant now = clock.instant();
        return work.entities(tenant)
                        .createQuery(
                                "update RecordingMove m set m.againAt = :until where m.tenant = :tenant and m.recording = :recording and m.againAt <= :now")
                        .setParameter("until", now.plus(RecordingMove.LEASE))
                        .setParameter("tenant", tenant.value())
                        .setParameter("recording", move.recording().value())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Others have their turn before it, unless somebody is at it. */
    public void later(TenantId tenant, RecordingMove move) {
        if (claim(tenant, move)) {
            change(tenant, move, one -> one.later(clock.instant().plus(RecordingMove.GRACE)));
        }
    }

    /** What is to be looked at now, the earliest first; before all others what is at the second place: its first copy takes up room for nothing. */
    public List<RecordingMove> due(TenantId tenant, int most) {
        return work.entities(tenant)
                .createQuery(
                        "select m from RecordingMove m where m.tenant = :tenant and m.againAt <= :now"
                                + " order by case when m.movedAt is null then 1 else 0 end, m.againAt, m.recording",
                        RecordingMove.class)
                .setParameter("tenant", tenant.value())
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultList();
    }

    /** The latest first; those that something keeps from going on before the others. */
    public List<RecordingMove> all(TenantId tenant, int most) {
        return work.entities(tenant)
                .createQuery(
                        "select m from RecordingMove m where m.tenant = :tenant"
                                + " order by case when m.said is null then 1 else 0 end, m.begunAt desc, m.recording",
                        RecordingMove.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(most)
                .getResultList();
    }

    /** Recordings that something keeps from moving to a place, alike in who can mend it. */
    public record Stuck(UUID target, RecordingMove.Blames blames, long recordings) {}

    /** All of them, the latest first. */
    public List<Stuck> stuck(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select new io.vedette.hub.recordings.entity.Moves$Stuck(m.target, m.blames, count(*)) from RecordingMove m"
                                + " where m.tenant = :tenant and m.blames is not null group by m.target, m.blames order by max(m.begunAt) desc, m.target",
                        Stuck.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** The latest of these; empty when they have gone on meanwhile. */
    public Optional<RecordingMove> latest(TenantId tenant, Stuck those) {
        return work.entities(tenant)
                .createQuery(
                        "select m from RecordingMove m where m.tenant = :tenant and m.target = :target and m.blames = :blames"
                                + " order by m.begunAt desc, m.recording",
                        RecordingMove.class)
                .setParameter("tenant", tenant.value())
                .setParameter("target", those.target())
                .setParameter("blames", those.blames())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Places that have failed and are left alone for a while: nothing moves there or from there. Among them, as empty, the hub's own folder. */
    public Set<Optional<StorageProviderId>> resting(TenantId tenant) {
        return new HashSet<>(work.entities(tenant)
                .createQuery(
                        "select m from RecordingMove m where m.tenant = :tenant and m.againAt > :now and m.blames in :stores",
                        RecordingMove.class)
                .setParameter("tenant", tenant.value())
                .setParameter("now", clock.instant())
                .setParameter("stores", List.of(RecordingMove.Blames.SOURCE, RecordingMove.Blames.TARGET))
                .getResultStream()
                .flatMap(move -> move.blames().filter(move::rests).map(move::place).stream())
                .toList());
    }

    /**
     * Looked at with the row's lock in hand; what it says stays true: a recording at one place never goes back to the other while this row is there.
     *
     * @param wanted whether a rule wants it there still
     */
    public Next next(TenantId tenant, RecordingMove move, boolean wanted) {
        Optional<Recording> found = recordings.lock(tenant, move.recording());
        if (found.isEmpty()) {
            return Next.BOTH_GO;
        }
        Recording recording = found.get();
        if (uploads.lockUnderWay(tenant, recording.id()).isPresent()) {
            return Next.WAIT;
        }
        return switch (recording.place()) {
            case EDGE, GONE -> Next.WAIT; // was never in the vault: nobody knows whose bytes those are
            case VAULT, LEAVING -> {
                if (recording.provider().equals(Optional.of(move.target()))) {
                    yield Next.FIRST_GOES;
                }
                if (!recording.provider().equals(move.source())) {
                    yield Next.WAIT; // in a third place, where no move has brought it: delete nothing that nobody
                    // understands
                }
                yield recording.place() == Place.VAULT && wanted ? Next.COPY : Next.SECOND_GOES;
            }
        };
    }

    /** The recording is at the second place from now on, whose copy is known to be whole. False when it is not to be moved any more. */
    public boolean arrives(TenantId tenant, RecordingMove move) {
        if (next(tenant, move, true) != Next.COPY
                || find(tenant, move.recording()).isEmpty()) { // its owner has taken the second place away meanwhile
            return false;
        }
        Recording recording = recordings.find(tenant, move.recording()).orElseThrow();
        recording.inVault(Optional.of(move.target()));
        freed(tenant, move);
        work.note(recording
                .deed(DeedKind.RECORDING_MOVED)
                .with("from", move.source().map(StorageProviderId::toString).orElse("folder"))
                .with("to", move.target()));
        change(tenant, move, one -> one.moved(clock.instant()));
        return true;
    }

    /**
     * The upload that brought it there is over, and must not keep the owner from taking the first place away once it is empty. One that has parts there still keeps its
     * place: they are given up by it.
     */
    private void freed(TenantId tenant, RecordingMove move) {
        int unused = work.entities(tenant)
                .createQuery(
                        "update Upload u set u.provider = null where u.tenant = :tenant and u.recording = :recording and u.parts is null")
                .setParameter("tenant", tenant.value())
                .setParameter("recording", move.recording().value())
                .executeUpdate();
    }

    /** Changes its row as it is now; nothing when somebody else has ended it. */
    public void change(TenantId tenant, RecordingMove move, Consumer<RecordingMove> change) {
        find(tenant, move.recording()).ifPresent(change);
    }

    /** There is one copy again, or none. */
    public void end(TenantId tenant, RecordingMove move) {
        find(tenant, move.recording()).ifPresent(work.entities(tenant)::remove);
    }

    public Instant now() {
        return clock.instant();
    }
}
