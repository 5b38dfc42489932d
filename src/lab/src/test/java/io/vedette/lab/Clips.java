package io.vedette.lab;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.ClipPlan;
import io.vedette.lab.clip.Track;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The clips, made once per build, and their video as a plain byte stream. */
public final class Clips {
    private static final byte[] START = {0, 0, 0, 1};

    private Clips() {}

    /** Six seconds. */
    public static ClipFolder glimpse() throws IOException {
        return ClipFolder.ensure(Path.of("target", "clips"), ClipPlan.glimpse());
    }

    /** One minute. */
    public static ClipFolder yard() throws IOException {
        return ClipFolder.ensure(Path.of("target", "clips"));
    }

    public static Path annexB(Track track, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int unit = 0; unit < track.size(); unit++) {
                if (track.isKey(unit)) {
                    write(out, track.configuration(0));
                    write(out, track.configuration(1));
                }
                ByteBuffer bytes = track.unit(unit);
                while (bytes.hasRemaining()) {
                    byte[] nal = new byte[bytes.getInt()];
                    bytes.get(nal);
                    write(out, nal);
                }
            }
        }
        return file;
    }

    private static void write(OutputStream out, byte[] nal) throws IOException {
        out.write(START);
        out.write(nal);
    }
}
