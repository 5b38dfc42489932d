package io.vedette.agent.upload;

import io.vedette.agent.spool.Spool;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.contracts.link.FromHub.UploadGrant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which uploads go straight to the store: those that the hub offers it for, unless the store was not reached lately. What does not get there goes through the
 * hub. Belongs to the worker's thread.
 */
final class StraightWay {
    private static final Logger LOG = LoggerFactory.getLogger(StraightWay.class);
    /** So long nothing is tried there again: each try costs a person who waits ten seconds. */
    private static final Duration UNREACHED = Duration.ofMinutes(10);

    private final HubAddress hub;
    private final Spool spool;
    private final Throttle throttle;
    /** Of {@link System#nanoTime}. */
    private long closedUntil = System.nanoTime();

    StraightWay(HubAddress hub, Spool spool, Throttle throttle) {
        this.hub = hub;
        this.spool = spool;
        this.throttle = throttle;
    }

    /** What began through the hub goes on there, and so does what still grows. */
    boolean open(Transfer transfer, UploadGrant grant, SourceFile file) {
        return Boolean.TRUE.equals(grant.straight())
                && !file.grows()
                && !transfer.throughHub
                && (transfer.offset.isEmpty() || transfer.partBytes > 0)
                && System.nanoTime() - closedUntil >= 0;
    }

    UploadRequest request(Transfer transfer, UploadGrant grant, SourceFile file) {
        return new StraightRequest(hub, grant, transfer, file, spool::freshSha256, throttle.pace(grant.onDemand()));
    }

    /** From here on it goes through the hub. */
    void closed(Transfer transfer, UploadGrant grant, Reply.NotThisWay not) {
        transfer.throughHub = true;
        transfer.partBytes = 0;
        if (!not.unreached()) {
            return;
        }
        closedUntil = System.nanoTime() + UNREACHED.toNanos();
        LOG.warn(
                "the store is not reached: recording {} goes through the hub, and so do others for {} minutes: {}",
                grant.recording(),
                UNREACHED.toMinutes(),
                not.why());
        try {
            var unused = new HttpCall(
                            hub,
                            "POST",
                            grant.path() + "/parts/unreached",
                            Map.of("Authorization", "Vedette " + grant.ticket(), "Content-Type", "text/plain"),
                            RequestBody.of(not.why().getBytes(StandardCharsets.UTF_8)),
                            Limits.SHORT)
                    .send();
        } catch (IOException e) { // it learns that from the next request, too
            LOG.debug("the hub did not hear that the store is not reached", e);
        }
    }
}
