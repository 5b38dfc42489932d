package io.vedette.agent.upload;

import io.vedette.agent.spool.GrowingRecording;
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
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(1);
    /** A growing file is flushed every two seconds. */
    private static final Duration NEXT_FLUSH = Duration.ofSeconds(1);

    private final HubAddress hub;
    private final Spool spool;
    private final UploadQueue queue;
    private final Throttle throttle;
    private final StraightWay straight;
    private final Consumer<FromAgent> hubEar;
    private final RandomGenerator random;
    /** How often the hub was not reached since it last was. */
    private int hubMissed;

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
        this.straight = new StraightWay(hub, spool, throttle);
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
                    cameToNothing(next, "the agent cannot work on it", Duration.ZERO);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(Transfer transfer) {
        UploadGrant grant = queue.grant(transfer);
        Optional<GrowingRecording> growing = spool.growing(grant.recording());
        if (growing.isPresent()) {
            grows(transfer, grant, growing.get());
            return;
        }
        Optional<KeptRecording> kept = spool.find(grant.recording());
        if (kept.isEmpty()) {
            gone(transfer, grant);
            return;
        }
        try (SourceFile file = SourceFile.open(kept.get())) {
            Optional<String> damage = damage(transfer, file);
            if (damage.isPresent()) {
                parked(transfer, grant, damage.get());
            } else {
                exchange(transfer, grant, file);
            }
        } catch (NoSuchFileException e) {
            gone(transfer, grant);
        } catch (IOException e) {
            // of the file alone: no request was running
            cameToNothing(transfer, words(e), Duration.ZERO);
        }
    }

    private void grows(Transfer transfer, UploadGrant grant, GrowingRecording growing) {
        if (transfer.offset.isPresent() && transfer.offset.getAsLong() == growing.bytes()) {
            queue.later(transfer, NEXT_FLUSH);
            return;
        }
        try (SourceFile file = SourceFile.open(growing)) {
            exchange(transfer, grant, file);
        } catch (NoSuchFileException e) {
            queue.later(transfer, SHORTEST_WAIT); // it was closed this moment
        } catch (IOException e) {
            cameToNothing(transfer, words(e), Duration.ZERO);
        }
    }

    /** All of it is read before its first byte is sent: the hub would find out after the last one. */
    private Optional<String> damage(Transfer transfer, SourceFile file) throws Unreadable {
        Optional<String> size = file.wrongSize();
        if (size.isPresent() || transfer.intact || transfer.offset.isEmpty()) {
            return size;
        }
        Optional<String> altered = file.altered(spool.freshSha256(), () -> queue.holds(transfer));
        transfer.intact = altered.isEmpty();
        return altered;
    }

    private void exchange(Transfer transfer, UploadGrant grant, SourceFile file) {
        UploadRequest request = straight.open(transfer, grant, file)
                ? straight.request(transfer, grant, file)
                : request(transfer, grant, file.channel(), file.bytes());
        try {
            Reply reply = answered(transfer, request);
            hubMissed = 0;
            heed(transfer, grant, file, reply);
        } catch (IOException e) {
            if (queue.holds(transfer)) {
                transfer.offset = OptionalLong.empty();
                unanswered(transfer, request, e);
            } else if (queue.isStored(transfer)) {
                // the control link was quicker than the answer to the last part
                sent(transfer, file);
            } else {
                LOG.info("upload {} ended with a part on its way", grant.upload());
            }
        }
    }

    /** A hub that is not there says nothing about this recording: it waits, and so do all others. */
    private void unanswered(Transfer transfer, UploadRequest request, IOException fault) {
        if (request.reached()) {
            cameToNothing(transfer, words(fault), Duration.ZERO);
            return;
        }
        Duration pause = Budget.pause(SHORTEST_WAIT, hubMissed++, LONGEST_AWAY, random);
        queue.away(pause);
        LOG.info("the hub is not reached: uploads go on in {} ms: {}", pause.toMillis(), fault.toString());
    }

    private static String words(IOException fault) {
        String why = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        return fault instanceof Unreadable ? why : "no answer came from the hub (" + why + ")";
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

    private Reply answered(Transfer transfer, UploadRequest request) throws IOException {
        try {
            return queue.begins(transfer, request::abort) ? request.send() : new Reply.NotWanted(0);
        } finally {
            queue.ended(transfer);
            transfer.sentBytes += request.sent();
        }
    }

    private void heed(Transfer transfer, UploadGrant grant, SourceFile file, Reply reply) {
        switch (reply) {
            case Reply.At at -> reached(transfer, grant, file, at);
            case Reply.OtherOffset other -> {
                transfer.offset = OptionalLong.empty();
                cameToNothing(transfer, "the hub does not keep what it took", Duration.ZERO);
            }
            case Reply.TicketRefused refused -> {
                transfer.offset = OptionalLong.empty();
                queue.needsGrant(transfer, grant);
                LOG.info("upload {} waits for a new ticket", grant.upload());
                hubEar.accept(new FromAgent.UploadState(grant.upload(), Phase.QUEUED, "the ticket is refused"));
            }
            case Reply.NotWanted unwanted -> {
                LOG.info("upload {} is no longer wanted, {} bytes were sent", grant.upload(), transfer.sentBytes);
                queue.over(transfer);
            }
            case Reply.Hopeless hopeless -> parked(transfer, grant, hopeless.why());
            case Reply.NotThisWay not -> {
                transfer.offset = OptionalLong.empty();
                straight.closed(transfer, grant, not);
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

    private void reached(Transfer transfer, UploadGrant grant, SourceFile file, Reply.At at) {
        long size = file.bytes();
        if (at.offset() > size || (!file.grows() && at.length() >= 0 && at.length() != size)) {
            heed(transfer, grant, file, new Reply.Hopeless("the hub expects a file of another size"));
            return;
        }
        boolean wasAsked = transfer.offset.isEmpty();
        if (!wasAsked && at.offset() <= transfer.offset.getAsLong() && at.offset() < size) {
            transfer.offset = OptionalLong.empty();
            cameToNothing(transfer, "the hub took nothing of what was sent", Duration.ZERO);
            return;
        }
        transfer.offset = OptionalLong.of(at.offset());
        transfer.budget.reached(at.offset());
        if (!wasAsked && at.offset() == size && !file.grows()) {
            queue.over(transfer);
            sent(transfer, file);
        }
    }

    private static void sent(Transfer transfer, SourceFile file) {
        LOG.info(
                "recording {} is sent: {} bytes, {} with what was sent again",
                file.recording(),
                file.bytes(),
                transfer.sentBytes);
    }

    private void gone(Transfer transfer, UploadGrant grant) {
        LOG.info("recording {} is no longer here", grant.recording());
        if (queue.over(transfer)) {
            hubEar.accept(
                    new FromAgent.UploadState(grant.upload(), Phase.GONE, "the edge no longer has this recording"));
        }
    }

    /** Does not count as a try: the hub would take the upload for failed, and nobody would ask again for it. */
    private Duration waits(Transfer transfer, Duration asked) {
        long least = Math.max(asked.toNanos(), SHORTEST_WAIT.toNanos());
        Duration pause = Duration.ofNanos(least + random.nextLong(least));
        queue.later(transfer, pause);
        return pause;
    }

    private void cameToNothing(Transfer transfer, String why, Duration atLeast) {
        if (Thread.currentThread().isInterrupted()) {
            return; // the agent is stopping: that is nobody's fault
        }
        UploadGrant grant = queue.grant(transfer);
        if (transfer.budget.failed()) {
            parked(transfer, grant, Budget.TRIES + " tries brought it no further: " + why);
            return;
        }
        Duration pause = transfer.budget.pause(random);
        queue.later(transfer, pause.compareTo(atLeast) < 0 ? atLeast : pause);
        LOG.info("upload {} is tried again in {} ms: {}", grant.upload(), pause.toMillis(), why);
    }

    /** Not tried again unless the hub grants it again: it does when somebody asks, or when it did not hear this. */
    private void parked(Transfer transfer, UploadGrant grant, String why) {
        if (queue.over(transfer)) {
            LOG.warn("upload {} of recording {} is parked: {}", grant.upload(), grant.recording(), why);
            hubEar.accept(new FromAgent.UploadState(grant.upload(), Phase.FAILED, why));
        }
    }
}
