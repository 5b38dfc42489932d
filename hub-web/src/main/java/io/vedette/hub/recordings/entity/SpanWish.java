package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.platform.web.Asked;
import io.vedette.vault.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A time that somebody asks for, over several cameras.
 *
 * @param request made by whoever asks; asking again with it is asking once
 * @param from with it
 * @param to without it
 * @param deadline after which it is of no use any more; empty: whenever it comes
 */
public record SpanWish(
        UUID request,
        Set<CameraId> cameras,
        Instant from,
        Instant to,
        UploadPriority priority,
        Optional<Instant> deadline) {
    public static final int MOST_CAMERAS = 64;
    /** A whole day, also the one on which clocks are put back. */
    public static final Duration LONGEST = Duration.ofHours(25);
    /** What a person may choose: an agent's rule is its own. */
    public static final List<UploadPriority> PRIORITIES =
            List.of(UploadPriority.WANTED, UploadPriority.URGENT, UploadPriority.BACKFILL);

    public SpanWish {
        cameras = Set.copyOf(cameras);
        if (cameras.isEmpty() || cameras.size() > MOST_CAMERAS) {
            throw new IllegalArgumentException("1 to " + MOST_CAMERAS + " cameras are asked at once");
        }
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a time that is asked for ends after it begins, and within a day and an hour");
        }
        if (from.isBefore(Instant.EPOCH)
                || to.isAfter(Asked.LAST)
                || deadline.filter(end -> end.isAfter(Asked.LAST)).isPresent()) {
            throw new IllegalArgumentException("times lie between 1970 and " + Asked.LAST);
        }
        if (!PRIORITIES.contains(priority)) {
            throw new IllegalArgumentException("nobody asks with the priority " + priority);
        }
    }

    /** The same for the same wish, whichever request carries it: 64 hexadecimal digits. */
    String content() {
        String text = cameras.stream().map(CameraId::toString).sorted().collect(Collectors.joining(","))
                + "|" + from + "|" + to + "|" + priority + "|"
                + deadline.map(Instant::toString).orElse("");
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
