package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Takes the one picture of a recording. The first one stays; a later one is thanked for and thrown away. */
@Singleton
public class KeepThumbnail {
    public static final int MOST_BYTES = 512 * 1024;

    private final TenantWork work;
    private final Recordings recordings;
    private final BlobStore folder;
    private final VaultRefusals vault;

    @Inject
    public KeepThumbnail(TenantWork work, Recordings recordings, Stores stores, VaultRefusals vault) {
        this.work = work;
        this.recordings = recordings;
        this.folder = stores.folder();
        this.vault = vault;
    }

    public enum Kept {
        KEPT,
        UNKNOWN,
        NO_JPEG,
        TOO_LARGE,
        /** The vault's disk is full or broken. */
        NO_ROOM
    }

    public Kept keep(AgentRef agent, RecordingId id, byte[] picture) {
        if (picture.length > MOST_BYTES) {
            return Kept.TOO_LARGE;
        }
        if (!jpeg(picture)) {
            return Kept.NO_JPEG;
        }
        Optional<Recording> recording = work.as(agent.tenant(), () -> recordings.find(agent.tenant(), id))
                .filter(one -> one.agent().equals(agent.agent()));
        if (recording.isEmpty()) {
            return Kept.UNKNOWN;
        }
        if (!recording.get().thumbnail()) {
            try {
                store(recording.get().thumbnailKey(), picture);
            } catch (BlobStoreFault fault) {
                vault.refused(fault);
                return Kept.NO_ROOM;
            }
            vault.took();
            work.run(
                    agent.tenant(),
                    () -> recordings
                            .lock(agent.tenant(), id)
                            .filter(one -> one.place() != Place.LEAVING)
                            .ifPresentOrElse(
                                    Recording::hasThumbnail,
                                    // it, or its camera, was taken away meanwhile: nothing of it may stay
                                    () -> folder.delete(recording.get().thumbnailKey())));
        }
        return Kept.KEPT;
    }

    private void store(BlobKey key, byte[] picture) {
        var spec = new BlobSpec(picture.length, Sha256.of(picture), BlobSpec.JPEG);
        try {
            try {
                folder.put(key, new ByteArrayInputStream(picture), spec);
            } catch (BlobCorrupt e) {
                // no row says that there is one: left by a crash between the two writes, or damaged since
                folder.delete(key);
                folder.put(key, new ByteArrayInputStream(picture), spec);
            }
        } catch (IOException e) {
            throw new BlobStoreFault("cannot read from memory", e);
        }
    }

    /** Begins as JPEG does: start of image, then another marker (ISO/IEC 10918-1, annex B). */
    private static boolean jpeg(byte[] picture) {
        return picture.length > 3
                && (picture[0] & 0xff) == 0xff
                && (picture[1] & 0xff) == 0xd8
                && (picture[2] & 0xff) == 0xff;
    }
}
