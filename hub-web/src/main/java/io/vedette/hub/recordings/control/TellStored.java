package io.vedette.hub.recordings.control;

import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.integrations.Outbox;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes down for the world that a recording is stored. Within the transaction that makes it so. */
@Singleton
public class TellStored {
    private static final String FOLDER = "hub";

    private final Tenants tenants;
    private final Cameras cameras;
    private final StorageProviders providers;
    private final Outbox outbox;

    @Inject
    public TellStored(Tenants tenants, Cameras cameras, StorageProviders providers, Outbox outbox) {
        this.tenants = tenants;
        this.cameras = cameras;
        this.providers = providers;
        this.outbox = outbox;
    }

    void stored(TenantId tenant, Recording recording, Upload upload) {
        stored(
                tenant,
                recording,
                upload.requestedBy().isPresent() ? RecordingStored.AskedBy.REQUEST : RecordingStored.AskedBy.RULE);
    }

    void stored(TenantId tenant, Recording recording, RecordingStored.AskedBy askedBy) {
        String slug = tenants.find(tenant).orElseThrow().slug();
        String camera =
                cameras.find(tenant, recording.camera()).map(Camera::name).orElse("?");
        String provider = recording
                .provider()
                .flatMap(id -> providers.find(tenant, id))
                .map(StorageProvider::name)
                .orElse(FOLDER);
        outbox.add(
                tenant,
                new RecordingStored(
                        new RecordingStored.Tenant(tenant, slug),
                        new RecordingStored.Camera(recording.camera(), camera),
                        recording.id(),
                        recording.startedAt(),
                        recording.duration().toMillis(),
                        recording.bytes(),
                        recording.sha256(),
                        recording.mime(),
                        recording.width(),
                        recording.height(),
                        new RecordingStored.Blob(provider, recording.fileKey().path()),
                        recording.thumbnail(),
                        askedBy,
                        recording.motion().orElse(null)));
    }
}
