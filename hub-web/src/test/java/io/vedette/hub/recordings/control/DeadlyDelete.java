package io.vedette.hub.recordings.control;

import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A folder at which the hub dies, or which fails, before or after it lets something go. */
public record DeadlyDelete(BlobStore folder, When when, Supplier<Throwable> how) implements BlobStore {
    DeadlyDelete(BlobStore folder, When when) {
        this(folder, when, Died::new);
    }

    /** At which arrow. */
    public enum When {
        BEFORE_PICTURE(".jpg", false),
        AFTER_PICTURE(".jpg", true),
        BEFORE_OBJECT(".mp4", false),
        AFTER_OBJECT(".mp4", true);

        private final String ending;
        private final boolean after;

        When(String ending, boolean after) {
            this.ending = ending;
            this.after = after;
        }
    }

    /** An error that nobody catches, behind which nothing more runs. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void delete(BlobKey key) {
        boolean meant = key.path().endsWith(when.ending);
        if (!meant || when.after) {
            folder.delete(key);
        }
        if (meant) {
            switch (how.get()) {
                case Error death -> throw death;
                case RuntimeException fault -> throw fault;
                default -> throw new IllegalStateException("nothing else is thrown here");
            }
        }
    }

    @Override
    public BlobInfo put(BlobKey key, InputStream body, BlobSpec spec) throws IOException {
        return folder.put(key, body, spec);
    }

    @Override
    public Optional<BlobInfo> find(BlobKey key) {
        return folder.find(key);
    }

    @Override
    public InputStream open(BlobKey key) {
        return folder.open(key);
    }

    @Override
    public InputStream open(BlobKey key, long offset, long length) {
        return folder.open(key, offset, length);
    }

    @Override
    public Stream<BlobEntry> list(BlobPrefix prefix) {
        return folder.list(prefix);
    }

    @Override
    public void sweep(Instant before) {
        folder.sweep(before);
    }
}
