package io.vedette.agent.bring;

import io.vedette.agent.spool.ClosedRecording;
import io.vedette.agent.spool.KeptRecording;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.agent.wire.VaultAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.link.FromHub.VaultOffer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the recordings in the order of closing and brings those that this vault was not brought yet; which ones were is
 * in the index, so that a start asks the vault for none of them. One thread.
 */
final class BringRound {
    private static final Logger LOG = LoggerFactory.getLogger(BringRound.class);
    private static final int AT_ONCE = 20;
    private static final long PART = 4 << 20;
    /** Without an answer further on. A vault that takes and does not keep must not be sent the same for ever. */
    private static final int TRIES = 3;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Spool spool;
    private final RandomGenerator random;
    private @Nullable AgentId vault;
    /** Number of the last recording that nothing is left to do for. */
    private long done;

    private int faults;
    private @Nullable String refused;

    BringRound(Spool spool, RandomGenerator random) {
        this.spool = spool;
        this.random = random;
    }

    /**
     * Brings what is due, and answers how long to wait before the next round.
     *
     * @param wanted asked between two parts; when it is false the round ends
     */
    Duration run(VaultOffer offer, BooleanSupplier wanted) {
        if (!offer.vault().equals(vault)) {
            spool.broughtNowhereBut(offer.vault());
            vault = offer.vault();
            done = 0;
        }
        if (offer.ticket().equals(refused)) {
            return LOOK_AGAIN;
        }
        try {
            VaultCall call = new VaultCall(VaultAddress.of(offer.address(), offer.fingerprint()), offer.ticket());
            bringDue(offer.vault(), call, wanted);
            if (faults > 0) {
                LOG.info("the vault of the site takes recordings again");
                faults = 0;
            }
            return LOOK_AGAIN;
        } catch (VaultCall.TicketRefused e) {
            LOG.info("{}; the next offer of the hub brings a new one", e.getMessage());
            refused = offer.ticket();
            return LOOK_AGAIN;
        } catch (IOException | SpoolFault | IllegalArgumentException e) {
            return after(offer, e);
        }
    }

    /** There is no vault any more: what it was brought is the agent's alone again, and goes last for want of room. */
    void without() {
        spool.broughtNowhere();
        vault = null;
    }

    private Duration after(VaultOffer offer, Exception e) {
        Duration pause = pause();
        if (faults == 1) {
            LOG.warn(
                    "the vault of the site at {} takes nothing; recordings stay here and are brought when it does: {}",
                    offer.address(),
                    e.toString());
        } else {
            LOG.debug("the vault of the site still takes nothing: {}", e.toString());
        }
        return pause;
    }

    private void bringDue(AgentId to, VaultCall call, BooleanSupplier wanted) throws IOException {
        while (wanted.getAsBoolean()) {
            List<ClosedRecording> next = spool.toBring(to, done, AT_ONCE);
            if (next.isEmpty()) {
                return;
            }
            for (ClosedRecording recording : next) {
                if (!wanted.getAsBoolean()) {
                    return;
                }
                bring(to, recording, call, wanted);
            }
        }
    }

    /** A recording that is not wanted keeps no other from being brought; a vault that takes nothing is a fault, and all wait. */
    private void bring(AgentId to, ClosedRecording recording, VaultCall call, BooleanSupplier wanted)
            throws IOException {
        Optional<KeptRecording> kept = spool.find(recording.id());
        try {
            if (kept.isPresent() && brought(recording, kept.get(), call, wanted)) {
                spool.brought(recording.id(), to);
                LOG.info(
                        "recording {} is brought to the vault of the site, {} bytes",
                        recording.id(),
                        recording.bytes());
            } else if (kept.isPresent()) {
                return; // broken off, not done
            }
        } catch (NoSuchFileException e) {
            LOG.debug("recording {} was given up while it was to be brought", recording.id());
        } catch (VaultCall.NotThis e) {
            LOG.warn("recording {} is not brought to the vault of the site: {}", recording.id(), e.getMessage());
        }
        done = recording.number();
    }

    /** False when it was broken off. */
    private static boolean brought(
            ClosedRecording recording, KeptRecording kept, VaultCall call, BooleanSupplier wanted) throws IOException {
        try (FileChannel file = FileChannel.open(kept.file())) {
            if (file.size() != kept.bytes()) {
                throw new VaultCall.NotThis("its file is damaged");
            }
            long offset = call.announce(recording);
            int tries = 0;
            while (offset < kept.bytes()) {
                if (!wanted.getAsBoolean()) {
                    return false;
                }
                long length = Math.min(PART, kept.bytes() - offset);
                long reached = call.bring(recording.id(), offset, new FilePart(file, offset, length));
                tries = reached > offset ? 0 : tries + 1;
                if (tries >= TRIES) {
                    throw new IOException("it does not keep what it takes");
                }
                offset = reached;
            }
            if (offset > kept.bytes()) {
                throw new VaultCall.NotThis("the vault has more of it than there is");
            }
            return true;
        }
    }

    /** Full jitter, so that the boxes of a site do not all fall on a vault that has just come back. */
    private Duration pause() {
        Duration most = FIRST_PAUSE.multipliedBy(1L << Math.min(faults++, 10));
        long nanos = (most.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : most).toNanos();
        return Duration.ofNanos(random.nextLong(nanos) + 1);
    }
}
