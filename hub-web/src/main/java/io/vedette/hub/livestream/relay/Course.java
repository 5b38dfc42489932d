package io.vedette.hub.livestream.relay;

import io.vedette.contracts.link.FromAgent.LiveState;
import io.vedette.hub.livestream.relay.Phase.Ended;
import io.vedette.hub.livestream.relay.Phase.Live;
import io.vedette.hub.livestream.relay.Phase.Requested;
import io.vedette.hub.livestream.relay.Phase.Stalled;
import io.vedette.hub.livestream.relay.Phase.Waiting;
import io.vedette.hub.platform.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The course of one live session: what happened goes in, what is to be done comes out. Does nothing itself and asks no
 * clock, so every rule about leases, generations and patience can be read and tried here.
 * Times are nanoseconds of the relay's ticker. Guarded by the session.
 */
final class Course {
    static final long EXTEND_EVERY = Duration.ofSeconds(5).toNanos();
    static final long GRACE = Duration.ofSeconds(8).toNanos();
    static final long RESEND_AFTER = Duration.ofSeconds(5).toNanos();
    static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    static final long QUIET = Duration.ofSeconds(3).toNanos();
    static final long RETRY = Duration.ofSeconds(10).toNanos();
    static final long RESTART_WITHIN = Duration.ofSeconds(2).toNanos();
    /** As long as the lease: an agent that cannot be told anything has stopped by then, or does not obey. */
    static final long LEASE = Duration.ofSeconds(15).toNanos();

    private static final long NEVER = Long.MAX_VALUE;

    private final DoubleSupplier jitter;
    private Phase phase = new Waiting(ViewerState.CONNECTING, NEVER);
    private int generation;
    private boolean cameraLost;
    private boolean watched;
    private long unwatchedSince;
    private long extendAt;
    private long offlineSince = NEVER;

    /** @param jitter from 0 to 1 */
    Course(DoubleSupplier jitter) {
        this.jitter = jitter;
    }

    Phase phase() {
        return phase;
    }

    int generation() {
        return generation;
    }

    ViewerState word(long now) {
        return switch (phase) {
            case Waiting waiting -> waiting.why();
            case Requested asked -> cameraLost ? ViewerState.LOST : ViewerState.CONNECTING;
            case Live live when now - live.lastFragment() <= QUIET -> ViewerState.LIVE;
            case Live quiet -> cameraLost ? ViewerState.LOST : ViewerState.STALLED;
            case Stalled stalled -> ViewerState.STALLED;
            case Ended ended -> ViewerState.STALLED;
        };
    }

    List<Step> watched(boolean anybody, long now) {
        if (watched && !anybody) {
            unwatchedSince = now;
        }
        watched = anybody;
        return anybody && generation == 0 ? start(now) : List.of();
    }

    /** The agent could not be asked. */
    List<Step> unreachable(int askedFor) {
        if (askedFor == generation && !(phase instanceof Ended)) {
            phase = new Waiting(ViewerState.OFFLINE, NEVER);
        }
        return List.of();
    }

    List<Step> online(long now) {
        offlineSince = NEVER;
        return switch (phase) {
            case Waiting waiting -> start(now);
            case Requested asked -> start(now); // the question may have gone down with the old connection
            case Stalled stalled -> start(now);
            case Live live -> extend(now);
            case Ended ended -> List.of();
        };
    }

    /** Pictures that still come are taken until the lease ends: the link may be back before. */
    List<Step> offline(long now) {
        offlineSince = now;
        if (!(phase instanceof Live) && !(phase instanceof Ended)) {
            phase = new Waiting(ViewerState.OFFLINE, NEVER);
        }
        return List.of();
    }

    /** Its agent may not publish any more: not even what is on its way. */
    List<Step> revoked() {
        if (phase instanceof Ended) {
            return List.of();
        }
        phase = new Waiting(ViewerState.OFFLINE, NEVER);
        return List.of(new Step.DropPublisher("its agent was revoked"));
    }

    List<Step> said(LiveState state, long now) {
        if (state.generation() != generation || phase instanceof Ended || phase instanceof Waiting) {
            return List.of(); // of a publisher that is given up
        }
        switch (state.phase()) {
            case PUBLISHING -> confirmed();
            case REFUSED -> phase = new Waiting(ViewerState.REFUSED, now + RETRY);
            case ENDED -> stalled(now);
        }
        return List.of();
    }

    void camera(boolean lost) {
        cameraLost = lost;
    }

    /** The camera has pictures again: no reason to let anybody wait. */
    List<Step> cameraBack(long now) {
        cameraLost = false;
        boolean gaveUp = phase instanceof Waiting waiting && waiting.why() != ViewerState.OFFLINE;
        return gaveUp && generation > 0 ? start(now) : List.of();
    }

    /** The publisher of this generation is here. */
    void confirmed() {
        if (phase instanceof Requested asked) {
            phase = new Requested(asked.since(), asked.resent(), true);
        }
    }

    void fragment(long now) {
        cameraLost = false;
        phase = new Live(now);
    }

    /** The publisher's socket closed, and not by our wish. */
    void dropped(long now) {
        if (!(phase instanceof Waiting) && !(phase instanceof Ended)) {
            stalled(now);
        }
    }

    List<Step> stop() {
        return phase instanceof Ended ? List.of() : end(Problem.STOPPING, "the hub is stopping");
    }

    List<Step> tick(long now) {
        if (phase instanceof Ended) {
            return List.of();
        }
        if (!watched) {
            return now - unwatchedSince >= GRACE ? end(Problem.GONE, "nobody watches") : List.of();
        }
        List<Step> due = switch (phase) {
            case Waiting waiting -> now >= waiting.retryAt() ? start(now) : List.of();
            case Requested asked -> requested(asked, now);
            case Live live -> live(live, now);
            case Stalled stalled -> stalled(stalled, now);
            case Ended ended -> List.of();
        };
        boolean leased = !(phase instanceof Waiting) && !(phase instanceof Ended);
        return due.isEmpty() && leased && now >= extendAt ? extend(now) : due;
    }

    private List<Step> requested(Requested asked, long now) {
        long waited = now - asked.since();
        if (waited >= PATIENCE) {
            return asked.confirmed() ? withoutPictures(now) : end(Problem.GONE, "the agent does not answer");
        }
        if (waited >= RESEND_AFTER && !asked.resent() && !asked.confirmed()) {
            phase = new Requested(asked.since(), true, false);
            return List.of(new Step.Start(generation));
        }
        return List.of();
    }

    private List<Step> live(Live live, long now) {
        if (offlineSince != NEVER && now - offlineSince >= LEASE) {
            phase = new Waiting(ViewerState.OFFLINE, NEVER);
            return List.of(new Step.DropPublisher("the lease ran out"));
        }
        return now - live.lastFragment() >= PATIENCE ? withoutPictures(now) : List.of();
    }

    private List<Step> stalled(Stalled stalled, long now) {
        if (now - stalled.since() >= PATIENCE) {
            return end(Problem.GONE, "the publisher did not come back");
        }
        if (now >= stalled.restartAt()) {
            phase = new Stalled(stalled.since(), NEVER);
            return next(now);
        }
        return List.of();
    }

    private List<Step> withoutPictures(long now) {
        phase = new Waiting(ViewerState.LOST, now + RETRY);
        return List.of(new Step.Stop(), new Step.DropPublisher("no pictures"));
    }

    private void stalled(long now) {
        long since = phase instanceof Stalled already ? already.since() : now;
        phase = new Stalled(since, now + (long) (jitter.getAsDouble() * RESTART_WITHIN));
    }

    private List<Step> start(long now) {
        phase = new Requested(now, false, false);
        return next(now);
    }

    private List<Step> next(long now) {
        generation++;
        extendAt = now + EXTEND_EVERY;
        return List.of(new Step.DropPublisher("a newer generation begins"), new Step.Start(generation));
    }

    private List<Step> extend(long now) {
        extendAt = now + EXTEND_EVERY;
        return List.of(new Step.Extend());
    }

    private List<Step> end(Problem why, String reason) {
        phase = new Ended(reason);
        return List.of(new Step.Stop(), new Step.DropPublisher(reason), new Step.CloseViewers(why, reason));
    }
}
