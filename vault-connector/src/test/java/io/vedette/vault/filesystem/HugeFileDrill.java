package io.vedette.vault.filesystem;

import io.vedette.vault.BlobStore;
import io.vedette.vault.contract.HugeBlobContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class HugeFileDrill implements HugeBlobContract {
    @TempDir
    Path temp;

    private BlobStore store;

    @BeforeEach
    void open() {
        store = FileSystemBlobStore.open(temp.resolve("vault"), Clock.systemUTC());
    }

    @Override
    public BlobStore testee() {
        return store;
    }

    @Override
    public Path disk() {
        return temp;
    }
}
