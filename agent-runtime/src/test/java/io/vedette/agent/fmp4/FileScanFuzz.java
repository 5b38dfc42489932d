package io.vedette.agent.fmp4;

import io.vedette.contracts.media.FileScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a crash, a disk or somebody else left where recordings are. */
public final class FileScanFuzz {
    private static final Path FILE = file();

    private FileScanFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("scanned", ".part");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        FileScan.of(Files.write(FILE, content)).ifPresent(scan -> {
            if (scan.wholeBytes() > content.length || scan.durationMs() < 0 || scan.fragments() < 1) {
                throw new IllegalStateException("more than there is: " + scan);
            }
        });
    }
}
