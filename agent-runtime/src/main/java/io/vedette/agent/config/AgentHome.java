package io.vedette.agent.config;

import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that is one agent: {@code agent.json} (of an edge vault {@code vault.json}), {@code agent.key}, {@code spool/}. Its
 * owner alone may enter (0700).
 */
public final class AgentHome {
    /** What is found where {@code agent.json} should be. */
    public sealed interface Reading {
        record Ready(AgentConfig config) implements Reading {}

        /** The home is that of an edge vault. */
        record Vault(VaultConfig config) implements Reading {}

        record NotPaired() implements Reading {}

        /**
         * It cannot be used.
         *
         * @param faults all of them, each a sentence
         */
        record Faulty(List<String> faults) implements Reading {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(AgentHome.class);
    private static final int MOST_COUNT = 20;
    private static final int MOST_CONFIG = 64 * 1024;

    private final Path folder;

    private AgentHome(Path folder) {
        this.folder = folder;
    }

    /** Names a home without touching the disk. */
    public static AgentHome at(Path folder) {
        return new AgentHome(folder.toAbsolutePath().normalize());
    }

    /** Makes the folder when it is not there, and closes it to others when it is. */
    public AgentHome make() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return this;
    }

    public Path folder() {
        return folder;
    }

    public Path configFile() {
        return folder.resolve("agent.json");
    }

    public Path vaultFile() {
        return folder.resolve("vault.json");
    }

    /** What an edge vault shows to those who bring. */
    public Path certificateFile() {
        return folder.resolve("receiver.pem");
    }

    public Path keyFile() {
        return folder.resolve("agent.key");
    }

    /**
     * Begins a life: counts one more start, on the disk before anybody hears of it. A copy of this folder on another machine
     * counts the same, and that is how the hub notices.
     */
    public FromAgent.Life begin(RandomGenerator random) throws IOException {
        Path file = folder.resolve("agent.starts");
        long count = 1;
        if (Files.exists(file) && Files.size(file) <= MOST_COUNT) {
            String kept = Files.readString(file).strip();
            count = kept.matches("\\d{1,15}") ? Long.parseLong(kept) + 1 : 1;
        }
        OwnerFile.write(file, count + "\n");
        byte[] instance = new byte[16];
        random.nextBytes(instance);
        return new FromAgent.Life(Signatures.text(instance), count);
    }

    /** Where FFmpeg's and OpenCV's libraries are unpacked. */
    public Path cache() {
        return folder.resolve("cache");
    }

    public Reading read() throws IOException {
        boolean agent = Files.exists(configFile());
        boolean vault = Files.exists(vaultFile());
        if (agent && vault) {
            return new Reading.Faulty(List.of("There are agent.json and vault.json: one home is one of the two."));
        }
        if (!agent && !vault) {
            return new Reading.NotPaired();
        }
        Path file = agent ? configFile() : vaultFile();
        if (Files.size(file) > MOST_CONFIG) {
            return new Reading.Faulty(List.of(file.getFileName() + " is larger than 64 KB: that is not one of ours."));
        }
        return agent ? ConfigDocument.read(Files.readString(file)) : VaultDocument.read(Files.readString(file));
    }

    /** Replaces {@code agent.json}, whole or not at all. */
    public void write(AgentConfig config) throws IOException {
        OwnerFile.write(configFile(), ConfigDocument.write(config));
    }

    /** As {@link #write(AgentConfig)}, {@code vault.json}. */
    public void write(VaultConfig config) throws IOException {
        OwnerFile.write(vaultFile(), VaultDocument.write(config));
    }

    /**
     * Claims the home for this process; empty when another has it. The claim ends with {@link HomeLock#close} or with the
     * process, however that dies.
     */
    public Optional<HomeLock> lock() throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return Optional.of(new HomeLock(file));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("this same process has it: for the caller no different from another one", e);
        }
        file.close();
        return Optional.empty();
    }

    /** The claim on a home. */
    public static final class HomeLock implements AutoCloseable {
        private final FileChannel file;

        private HomeLock(FileChannel file) {
            this.file = file;
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
