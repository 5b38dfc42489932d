package io.vedette.lab.reader;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a recording turned out to hold.
 *
 * @param pictures every decoded picture, in the order of presentation
 * @param videoPackets how many there are in the file
 * @param keyPackets how many of them are marked as key frames
 * @param startsWithKey whether the first of them is one
 * @param audioPackets 0 when there is no sound
 * @param audioDuration from the first to behind the last of them
 * @param decodeErrors packets and pictures that FFmpeg found fault with, and packets that gave no picture
 */
public record Decoded(
        int width,
        int height,
        List<Picture> pictures,
        int videoPackets,
        int keyPackets,
        boolean startsWithKey,
        int audioPackets,
        Duration audioDuration,
        int decodeErrors) {
    public Decoded {
        pictures = List.copyOf(pictures);
    }

    /**
     * One picture.
     *
     * @param clock the position of the loop as read off the picture, when it could be read
     */
    public record Picture(Duration pts, boolean key, Optional<Duration> clock) {}

    public boolean hasAudio() {
        return audioPackets > 0;
    }

    /** The position of the loop that the first picture shows. */
    public Optional<Duration> firstPosition() {
        return pictures.isEmpty() ? Optional.empty() : pictures.getFirst().clock();
    }

    /** The position of the loop that the last picture shows. */
    public Optional<Duration> lastPosition() {
        return pictures.isEmpty() ? Optional.empty() : pictures.getLast().clock();
    }

    /** From the first to the last picture. */
    public Duration span() {
        return pictures.isEmpty()
                ? Duration.ZERO
                : pictures.getLast().pts().minus(pictures.getFirst().pts());
    }
}
