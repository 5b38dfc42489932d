package io.vedette.hub.fleet;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The runnable agent on the hub's disk, with a checksum that is worked out again only when the file was replaced. */
@Singleton
class AgentFile {
    private final Path path;
    private volatile @Nullable Known last;

    @Inject
    AgentFile(HubSettings settings) {
        this(settings.agentFile());
    }

    AgentFile(Path path) {
        this.path = path;
    }

    /** The file as it was last read whole. */
    record Known(long bytes, FileTime changed, String sha256) {}

    Path path() {
        return path;
    }

    Known known() throws IOException {
        long bytes = Files.size(path);
        FileTime changed = Files.getLastModifiedTime(path);
        Known known = last;
        if (known == null || known.bytes() != bytes || !known.changed().equals(changed)) {
            known = new Known(bytes, changed, sha256());
            last = known;
        }
        return known;
    }

    private String sha256() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
