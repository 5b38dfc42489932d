package io.vedette.agent.upload;

import io.vedette.agent.spool.KeptRecording;
import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.UploadState.Phase;
import io.vedette.contracts.link.FromHub.UploadGrant;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the queue off, one request at a time. After each chunk the queue is asked again, so that what a person waits for
 * overtakes what is merely sent by policy without a byte being sent twice.
 */
final class UploadWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final HubAddress hub;
    private final Spool spool;
    private final UploadQueue queue;
    private final Throttle throttle;
    private final Consumer<FromAgent> hubEar;
    private final RandomGenerator random;

    UploadWorker(
            HubAddress hub,
            Spool spool,
            UploadQueue queue,
            Throttle throttle,
            Consumer<FromAgent> hubEar,
            RandomGenerator random) {
        this.hub = hub;
        this.spool = spool;
        this.queue = queue;
        this.throttle = throttle;
        this.hubEar = hubEar;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Transfer next = queue.next();
                try {
                    step(next);
                } catch (SpoolFault | IllegalArgumentException e) {
                    // the index refuses, or the hub's grant cannot be put into a request
                    LOG.error("upload {} cannot be worked on", queue.grant(next).upload(), e);
                    cameToNothing(next, e.toString(), Duration.ZERO);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(Transfer transfer) {
        UploadGrant grant = queue.grant(transfer);
        Optional<KeptRecording> kept = spool.find(grant.recording());
        if (kept.isEmpty()) {
            gone(grant);
            return;
        }
        try (FileChannel file = FileChannel.open(kept.get().file())) {
            TusRequest request = request(transfer, grant, file, kept.get().bytes());
            heed(transfer, grant, kept.get(), answered(transfer, request));
        } catch (NoSuchFileException e) {
            gone(grant);
        } catch (IOException e) {
            if (queue.holds(transfer)) {
                transfer.offset = OptionalLong.empty();
                cameToNothing(transfer, e.toString(), Duration.ZERO);
            } else if (queue.isStored(transfer)) {
                // the control link was quicker than the answer to the last part
                sent(transfer, kept.get());
            } else {
                LOG.info("upload {} ended with a part on its way", grant.upload());
            }
        }
    }

    private TusRequest request(Transfer transfer, UploadGrant grant, FileChannel file, long bytes) {
        if (transfer.offset.isEmpty()) {
            return TusRequest.head(hub, grant);
        }
        long from = transfer.offset.getAsLong();
        // At the very end this is an empty PATCH: it lets a hub that fell over after the last byte finish what it
        // began.
        long part = Math.min(Math.max(1, grant.chunkBytes()), throttle.part(grant.onDemand()));
        long length = Math.min(bytes - from, part);
        return TusRequest.patch(hub, grant, new FileSlice(file, from, length, throttle.pace(grant.onDemand())));
    }

    private Reply answered(Transfer transfer, TusRequest request) throws IOException {
        try {
            return queue.begins(transfer, request::abort) ? request.send() : new Reply.NotWanted(0);
        } finally {
            queue.ended(transfer);
            transfer.sentBytes += request.sent();
        }
    }

    private void heed(Transfer transfer, UploadGrant grant, KeptRecording kept, Reply reply) {
        switch (reply) {
            case Reply.At at -> reached(transfer, grant, kept, at);
            case Reply.OtherOffset other -> {
                transfer.offset = OptionalLong.empty();
                cameToNothing(transfer, "the hub expects another offset", Duration.ZERO);
            }
            case Reply.TicketRefused refused -> {
                transfer.offset = OptionalLong.empty();
                queue.needsGrant(transfer, grant);
                LOG.info("upload {} waits for a new ticket", grant.upload());
                hubEar.accept(new FromAgent.UploadState(grant.upload(), Phase.QUEUED, "the ticket is refused"));
            }
            case Reply.NotWanted unwanted -> {
                LOG.info("upload {} is no longer wanted, {} bytes were sent", grant.upload(), transfer.sentBytes);
                queue.over(grant.upload());
            }
            case Reply.Hopeless hopeless -> {
                LOG.warn("upload {} is given up: {}", grant.upload(), hopeless.why());
                queue.over(grant.upload());
                hubEar.accept(new FromAgent.UploadState(grant.upload(), Phase.FAILED, hopeless.why()));
            }
            case Reply.NoRoom none -> {
                transfer.offset = OptionalLong.empty();
                Duration pause = waits(transfer, none.after());
                LOG.warn(
                        "the hub's vault has no room: recording {} stays here, and is offered again in {} s",
                        grant.recording(),
                        pause.toSeconds());
            }
            case Reply.HubBusy busy -> {
                Duration pause = waits(transfer, busy.after());
                LOG.info("the hub cannot work: upload {} goes on in {} s", grant.upload(), pause.toSeconds());
            }
            case Reply.NotNow notNow -> {
                transfer.offset = OptionalLong.empty();
                cameToNothing(transfer, notNow.why(), notNow.after());
            }
        }
    }

    private void reached(Transfer transfer, UploadGrant grant, KeptRecording kept, Reply.At at) {
        long size = kept.bytes();
        if (at.offset() > size || (at.length() >= 0 && at.length() != size)) {
            heed(transfer, grant, kept, new Reply.Hopeless("the hub expects a file of another size"));
            return;
        }
        boolean wasAsked = transfer.offset.isEmpty();
        if (!wasAsked && at.offset() == transfer.offset.getAsLong() && at.offset() < size) {
            cameToNothing(transfer, "the hub took nothing", Duration.ZERO);
            return;
        }
        transfer.offset = OptionalLong.of(at.offset());
        transfer.budget.reached(at.offset());
        if (!wasAsked && at.offset() == size) {
            queue.over(grant.upload());
            sent(transfer, kept);
        }
    }

    private static void sent(Transfer transfer, KeptRecording kept) {
        LOG.info(
                "recording {} is sent: {} bytes, {} with what was sent again",
                kept.id(),
                kept.bytes(),
                transfer.sentBytes);
    }

    private void gone(UploadGrant grant) {
        LOG.info("recording {} is no longer here", grant.recording());
        queue.over(grant.upload());
        hubEar.accept(new FromAgent.UploadState(grant.upload(), Phase.GONE, "the edge no longer has this recording"));
    }

    /** Does not count as a try: the hub would take the upload for failed, and nobody would ask again for it. */
    private Duration waits(Transfer transfer, Duration asked) {
        long least = Math.max(asked.toNanos(), SHORTEST_WAIT.toNanos());
        Duration pause = Duration.ofNanos(least + random.nextLong(least));
        queue.later(transfer, pause);
        return pause;
    }

    private void cameToNothing(Transfer transfer, String why, Duration atLeast) {
        UploadGrant grant = queue.grant(transfer);
        boolean spent = transfer.budget.failed();
        Duration pause = transfer.budget.pause(random);
        queue.later(transfer, pause.compareTo(atLeast) < 0 ? atLeast : pause);
        if (spent) {
            LOG.warn("upload {} rests after {} tries: {}", grant.upload(), Budget.TRIES, why);
            hubEar.accept(new FromAgent.UploadState(grant.upload(), Phase.FAILED, why));
        } else {
            LOG.info("upload {} is tried again in {} ms: {}", grant.upload(), pause.toMillis(), why);
        }
    }
}
