package io.vedette.vault.azure;

import static io.vedette.vault.azure.WithContainers.server;

import io.vedette.vault.BlobStore;
import io.vedette.vault.contract.BlobStoreContract;
import io.vedette.vault.contract.SignedAccessContract;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithContainers.class)
class AzureBlobStoreTest {
    abstract static class InContainer implements BlobStoreContract, SignedAccessContract {
        private final String prefix;
        private AzureBlobStore store;

        InContainer(String prefix) {
            this.prefix = prefix;
        }

        @BeforeEach
        void open() {
            store = AzureBlobStore.open(
                    server().settings(server().container(), prefix), address -> true, Clock.systemUTC());
        }

        @AfterEach
        void close() {
            store.close();
        }

        @Override
        public BlobStore testee() {
            return store;
        }

        /** The right is to create. */
        @Override
        public Set<Integer> noToASecondBlob() {
            return Set.of(403);
        }
    }

    @Nested
    class AtTheTop extends InContainer {
        AtTheTop() {
            super("");
        }
    }

    @Nested
    class BehindAnAwkwardPrefix extends InContainer {
        BehindAnAwkwardPrefix() {
            super("Höfe & Tore/nord+süd %2F \"1\"/");
        }
    }
}
