package io.vedette.agent.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's key; beside it, while it is being renewed, the next one; and the one before. The next one lies on the disk
 * before the hub hears of it, and the old one until the hub has taken the next: whenever this process or the hub dies, the
 * agent holds the key that the hub knows. The one before serves when the hub was put back from a backup.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final Path file;
    private final Path nextFile;
    private final Path beforeFile;
    private AgentKey now;
    private @Nullable AgentKey next;
    private @Nullable AgentKey before;

    private KeyRing(Path file, AgentKey now) {
        this.file = file;
        this.nextFile = file.resolveSibling(file.getFileName() + ".next");
        this.beforeFile = file.resolveSibling(file.getFileName() + ".before");
        this.now = now;
        this.next = found(nextFile);
        this.before = found(beforeFile);
    }

    /** As {@link AgentKey#kept}. */
    public static KeyRing kept(Path file) throws IOException {
        return new KeyRing(file, AgentKey.kept(file));
    }

    public synchronized AgentKey now() {
        return now;
    }

    /** The one the hub may have taken already, or not yet. */
    public synchronized Optional<AgentKey> next() {
        return Optional.ofNullable(next);
    }

    /** Those the hub may know this agent by, the likeliest first. */
    public synchronized List<AgentKey> all() {
        List<AgentKey> all = new ArrayList<>();
        next().ifPresent(all::add); // an old one that comes after a renewal would look like a copy of this box
        all.add(now);
        if (before != null && !before.publicKey().equals(now.publicKey())) {
            all.add(before);
        }
        return all;
    }

    /** Asked twice, it is the same: the hub may have taken it without our hearing of it. */
    public synchronized AgentKey makeNext() throws IOException {
        AgentKey made = next;
        if (made == null) {
            Files.deleteIfExists(nextFile); // only one that cannot be read lies here
            made = AgentKey.in(nextFile);
            next = made;
        }
        return made;
    }

    /** The hub knows the next one: from now on it is the key, whole or not at all. */
    public synchronized void adopt() throws IOException {
        AgentKey taken = next;
        if (taken != null) {
            OwnerFile.write(beforeFile, Files.readString(file, StandardCharsets.US_ASCII));
            OwnerFile.move(nextFile, file);
            before = now;
            now = taken;
            next = null;
        }
    }

    private static @Nullable AgentKey found(Path file) {
        try {
            return Files.exists(file) ? AgentKey.kept(file) : null;
        } catch (IOException e) {
            LOG.error("the agent goes on with the keys it has: {}", e.getMessage());
            return null;
        }
    }
}
