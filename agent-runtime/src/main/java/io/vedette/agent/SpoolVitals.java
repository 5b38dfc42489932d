package io.vedette.agent;

import io.vedette.agent.link.Vitals;
import io.vedette.agent.spool.GivenUp;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.agent.spool.SpoolUse;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.GivenUpReason;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What heartbeats tell of a spool. */
final class SpoolVitals {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolVitals.class);

    private SpoolVitals() {}

    static Vitals of(Spool spool, CameraState state, Duration ordered) {
        try {
            SpoolUse use = spool.use();
            return new Vitals(state, use.bytes(), use.diskFreePercent(), ordered, givenUp(spool.givenUp()));
        } catch (SpoolFault e) {
            // a heartbeat that says "full" is better than an agent that seems to be away
            LOG.error("the spool cannot be measured", e);
            return new Vitals(state, 0, 0, ordered, null);
        }
    }

    private static FromAgent.GivenUp givenUp(List<GivenUp> counts) {
        return new FromAgent.GivenUp(counts.stream()
                .map(one ->
                        new FromAgent.GivenUp.Count(told(one.reason()), one.inVault(), one.recordings(), one.bytes()))
                .toList());
    }

    private static GivenUpReason told(GivenUp.Reason reason) {
        return switch (reason) {
            case BYTES -> GivenUpReason.BYTES;
            case FREE_SPACE -> GivenUpReason.FREE_SPACE;
            case AGE -> GivenUpReason.AGE;
            case DISK_FULL -> GivenUpReason.DISK_FULL;
            case FILE_MISSING -> GivenUpReason.FILE_MISSING;
            case ASKED -> GivenUpReason.ASKED;
        };
    }
}
