package io.vedette.vault.check;

import io.vedette.contracts.id.Uuids;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import io.vedette.vault.Sha256;
import io.vedette.vault.SignedAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does with a store what recordings will ask of it: writes a small blob, reads it back, lists it, opens it by a signed address, takes it
 * away again. The first step that fails ends it, and what was written is taken away as far as that works. Blocks; any thread.
 */
public final class CheckStore {
    private static final Logger LOG = LoggerFactory.getLogger(CheckStore.class);
    private static final BlobPrefix OURS = new BlobPrefix("vedette-check/");
    private static final Duration SIGNED_FOR = Duration.ofMinutes(1);

    private final BlobStore store;
    private final Fetch fetch;

    /** Opens an address as a browser would, and answers with the status. */
    @FunctionalInterface
    public interface Fetch {
        int status(SignedAddress address) throws IOException;
    }

    /** In this order. */
    public enum Step {
        WRITE,
        READ,
        LIST,
        /** Left out for a store that signs nothing. */
        SIGN,
        DELETE
    }

    /**
     * What came of it.
     *
     * @param passed the steps that worked
     * @param failure empty when all did
     */
    public record Report(List<Step> passed, Optional<Failure> failure) {
        public Report {
            passed = List.copyOf(passed);
        }
    }

    /** @param said what the store said, for whoever runs it */
    public record Failure(Step step, Kind kind, String said) {}

    public CheckStore(BlobStore store, Fetch fetch) {
        this.store = store;
        this.fetch = fetch;
    }

    public Report run() {
        BlobKey key = new BlobKey(OURS.path() + Uuids.fresh() + ".txt");
        byte[] content = ("Vedette tried this store out; this may be deleted. " + key).getBytes(StandardCharsets.UTF_8);
        List<Step> passed = new ArrayList<>();
        for (Step step : Step.values()) {
            Optional<Failure> failure = tried(step, key, content);
            if (failure.isPresent()) {
                clearUp(step, key);
                return new Report(passed, failure);
            }
            passed.add(step);
        }
        return new Report(passed, Optional.empty());
    }

    private Optional<Failure> tried(Step step, BlobKey key, byte[] content) {
        try {
            switch (step) {
                case WRITE ->
                    store.put(
                            key,
                            new ByteArrayInputStream(content),
                            new BlobSpec(content.length, Sha256.of(content), "text/plain"));
                case READ -> read(key, content);
                case LIST -> list(key);
                case SIGN -> sign(key);
                case DELETE -> delete(key);
            }
            return Optional.empty();
        } catch (BlobStoreFault fault) {
            return Optional.of(new Failure(step, fault.kind(), String.valueOf(fault.getMessage())));
        } catch (BlobCorrupt | BlobNotFound | IOException wrong) {
            return Optional.of(new Failure(step, Kind.BROKEN, String.valueOf(wrong.getMessage())));
        }
    }

    private void read(BlobKey key, byte[] content) throws IOException {
        store.verify(key);
        try (InputStream part = store.open(key, 8, 100)) {
            byte[] wanted = Arrays.copyOfRange(content, 8, Math.min(content.length, 108));
            if (!Arrays.equals(part.readAllBytes(), wanted)) {
                throw new IOException("the store gave other bytes than those that were asked for");
            }
        }
    }

    private void list(BlobKey key) throws IOException {
        try (var all = store.list(OURS)) {
            if (all.noneMatch(one -> one.key().equals(key))) {
                throw new IOException("what was written is not in the list");
            }
        }
    }

    private void sign(BlobKey key) throws IOException {
        var signed = store.signed();
        if (signed.isPresent()) {
            int status = fetch.status(signed.get().get(key, SIGNED_FOR));
            if (status != 200) {
                throw new BlobStoreFault(
                        status == 401 || status == 403 ? Kind.REFUSED : Kind.BROKEN,
                        "the store answered " + status + " to an address that it should open",
                        null);
            }
        }
    }

    private void delete(BlobKey key) throws IOException {
        store.delete(key);
        if (store.find(key).isPresent()) {
            throw new IOException("what was deleted is still there");
        }
    }

    private void clearUp(Step failed, BlobKey key) {
        if (failed == Step.WRITE || failed == Step.DELETE) {
            return;
        }
        try {
            store.delete(key);
        } catch (BlobStoreFault fault) {
            LOG.warn("{} stays in the store that was tried out: {}", key, fault.getMessage());
        }
    }
}
