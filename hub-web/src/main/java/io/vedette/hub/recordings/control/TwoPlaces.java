package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingMove.Blames;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether two storage providers lead to one place: the same bucket brought twice, be it under two names of its address. Then the copy is the original, and whoever
 * deleted the original would lose both. Their settings do not tell; what is written by one and seen by the other does. Any thread.
 */
final class TwoPlaces {
    private static final byte[] MARK = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final AtomicReference<@Nullable Pair> apart = new AtomicReference<>();

    /** Clients, which are new when the settings are. */
    private record Pair(BlobStore first, BlobStore second) {}

    /** Asks once for two clients. */
    boolean oneAndTheSame(BlobStore first, BlobStore second, RecordingMove move) throws MoveFailed {
        var asked = new Pair(first, second);
        if (asked.equals(apart.get())) {
            return false;
        }
        // as a picture, of which none lies in places that owners bring, and under an id that nothing has
        BlobKey key = BlobKey.thumbnail(move.tenant(), move.camera(), move.startedAt(), RecordingId.fresh());
        try {
            if (seen(first, second, key)) {
                return true;
            }
        } catch (BlobStoreFault | BlobCorrupt fault) {
            throw new MoveFailed(Blames.TARGET, fault);
        }
        apart.set(asked);
        return false;
    }

    private static boolean seen(BlobStore first, BlobStore second, BlobKey key) throws MoveFailed {
        try {
            var unused = second.put(
                    key, new ByteArrayInputStream(MARK), new BlobSpec(MARK.length, Sha256.of(MARK), BlobSpec.JPEG));
            return seen(first, key);
        } catch (IOException e) {
            throw new BlobStoreFault("cannot read from memory", e);
        } finally {
            second.delete(key);
        }
    }

    /** A first place that does not answer must not be put down to the second: what others bring there would wait for it. */
    private static boolean seen(BlobStore first, BlobKey key) throws MoveFailed {
        try {
            return first.find(key).isPresent();
        } catch (BlobStoreFault fault) {
            throw new MoveFailed(Blames.SOURCE, fault);
        }
    }
}
