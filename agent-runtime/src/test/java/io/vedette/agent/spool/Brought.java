package io.vedette.agent.spool;

import io.vedette.agent.spool.Incoming.Outcome;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** A recording that is brought to a vault. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Brought(BroughtRecording label, byte[] content) {
    static Brought of(CameraId camera, int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        String sha256 = HexFormat.of().formatHex(Surroundings.javasSha256().digest(content));
        return new Brought(
                new BroughtRecording(
                        RecordingId.fresh(),
                        camera,
                        Instant.parse("2026-11-20T12:00:00Z"),
                        2000,
                        bytes,
                        sha256,
                        "video/mp4"),
                content);
    }

    RecordingId id() {
        return label.id();
    }

    /** The bytes from one offset to another. */
    Outcome part(Incoming incoming, int from, int to) throws IOException {
        byte[] part = Arrays.copyOfRange(content, from, to);
        return incoming.append(label.camera(), id(), from, part.length, new ByteArrayInputStream(part));
    }

    /** All of it. */
    Outcome into(Incoming incoming) throws IOException {
        Outcome begun = incoming.begin(label);
        return begun instanceof Outcome.At ? part(incoming, 0, content.length) : begun;
    }
}
