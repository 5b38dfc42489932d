package io.vedette.hub.recordings.control;

import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder from which is copied, where something happens before, in or after the reading. */
record DeadlyCopy(BlobStore folder, When when, Runnable happens) implements BlobStore {
    /** At which arrow. */
    enum When {
        BEFORE_READING,
        IN_READING,
        /** The second place has all of it then. */
        AFTER_READING
    }

    @Override
    public InputStream open(BlobKey key) {
        if (when == When.BEFORE_READING) {
            happens.run();
        }
        return new FilterInputStream(folder.open(key)) {
            private boolean begun;

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (begun && when == When.IN_READING) {
                    happens.run();
                }
                begun = true;
                return super.read(into, from, Math.min(most, 1000));
            }

            @Override
            public void close() throws IOException {
                super.close();
                if (when == When.AFTER_READING) {
                    happens.run();
                }
            }
        };
    }

    @Override
    public InputStream open(BlobKey key, long offset, long length) {
        return folder.open(key, offset, length);
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
    public void delete(BlobKey key) {
        folder.delete(key);
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
