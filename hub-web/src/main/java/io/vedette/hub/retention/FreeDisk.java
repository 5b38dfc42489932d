package io.vedette.hub.retention;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.KeepFree;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much room is on the hub's own disk, and how much should be. Any thread. */
@Singleton
public class FreeDisk {
    private static final State ENOUGH = new State(0, 0);

    private final Optional<KeepFree> wanted;
    private final Disk disk;

    @Inject
    public FreeDisk(HubSettings settings) {
        this(settings.stores().keepFree(), new VaultDisk(settings.vault()));
    }

    FreeDisk(Optional<KeepFree> wanted, Disk disk) {
        this.wanted = wanted;
        this.disk = disk;
    }

    /** A disk; both in bytes. */
    interface Disk {
        long total();

        long usable();
    }

    private record VaultDisk(Path folder) implements Disk {
        @Override
        public long total() {
            try {
                return Files.getFileStore(folder).getTotalSpace();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long usable() {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * In bytes.
     *
     * @param wanted 0 when the operator wants nothing; nobody looks at the disk then
     */
    public record State(long wanted, long usable) {
        /** So much is to be made free; 0 when there is enough. */
        public long missing() {
            return Math.max(0, wanted - usable);
        }
    }

    public State now() {
        return wanted.map(free -> new State(free.of(disk.total()), disk.usable()))
                .orElse(ENOUGH);
    }
}
