package io.vedette.vault.azure;

import io.vedette.vault.BlobStore;
import io.vedette.vault.contract.HugeBlobContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Against an emulator of its own, which keeps what it is given in a folder instead of its memory. */
class HugeBlockBlobDrill implements HugeBlobContract {
    @TempDir
    Path temp;

    private ContainerServer server;
    private AzureBlobStore store;

    @BeforeEach
    void open() {
        server = ContainerServer.in(temp);
        store = AzureBlobStore.open(server.settings(server.container(), ""), address -> true, Clock.systemUTC());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (store != null) { // else it was skipped
            store.close();
            server.close();
        }
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
