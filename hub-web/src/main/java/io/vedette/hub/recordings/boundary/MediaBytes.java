package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.ArrivedPart;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the bytes of a recording are to be had. Its beginning of a stated length is one and the same wherever it lies: what a player
 * began to fetch while the rest was coming, it goes on to fetch from the vault.
 */
@Singleton
public class MediaBytes {
    private static final Logger LOG = LoggerFactory.getLogger(MediaBytes.class);

    private final Stores stores;
    private final ArrivedPart arrived;

    @Inject
    public MediaBytes(Stores stores, ArrivedPart arrived) {
        this.stores = stores;
        this.arrived = arrived;
    }

    /** Opens a stretch of the bytes. */
    @FunctionalInterface
    interface Opening {
        InputStream open(long first, long count) throws IOException;
    }

    /**
     * @param bytes of all that can be had
     * @param tag strong: the same for the same bytes
     */
    record Source(long bytes, String tag, Opening opening) {}

    /** @param beginning bytes of the beginning alone; else it must be whole. Refused as not found when it is not there. */
    Source of(Recording recording, OptionalLong beginning) {
        long bytes = beginning.orElse(recording.bytes());
        if (bytes < 1 || bytes > recording.bytes()) {
            throw Refusal.notFound();
        }
        String tag = "\"" + recording.sha256() + (beginning.isPresent() ? "-" + bytes : "") + "\"";
        if (recording.place() == Place.VAULT) {
            BlobStore store = ready(recording);
            return new Source(bytes, tag, (first, count) -> store.open(recording.fileKey(), first, count));
        }
        if (beginning.isEmpty()) {
            throw Refusal.notFound();
        }
        Path file = arrived.holding(recording, bytes).orElseThrow(Refusal::notFound);
        return new Source(bytes, tag, (first, count) -> opened(file, first, count));
    }

    private static InputStream opened(Path file, long first, long count) throws IOException {
        return new Stretch(Channels.newInputStream(FileChannel.open(file).position(first)), count);
    }

    /** What is not there, or not to be had, must show before the answer has begun. */
    private BlobStore ready(Recording recording) {
        try {
            BlobStore store = stores.at(recording.tenant(), recording.provider());
            store.info(recording.fileKey());
            return store;
        } catch (BlobStoreFault fault) {
            LOG.error("recording {} cannot be fetched: {}: {}", recording.id(), fault.kind(), fault.getMessage());
            throw new Refusal(Problem.STORE_AWAY);
        }
    }
}
