package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.recordings.control.StoredBytes;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.control.VaultRefusals;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts uploads into words, which depend on whether their agent is here. */
@Singleton
public class UploadShown {
    private final Uploads uploads;
    private final AgentLinks links;
    private final VaultRefusals vault;
    private final StoredBytes room;

    @Inject
    public UploadShown(Uploads uploads, AgentLinks links, VaultRefusals vault, StoredBytes room) {
        this.uploads = uploads;
        this.links = links;
        this.vault = vault;
        this.room = room;
    }

    UploadDocument document(TenantId tenant, UploadProgress progress, Locale language) {
        boolean full = room.waits(progress.upload());
        return UploadDocument.of(progress, links.online(progress.agent()), vault.refusing(tenant), full, language);
    }

    /** How many go before each of those that wait. */
    Map<UploadId, Long> ahead(Viewer viewer, List<Upload> found) {
        return uploads.ahead(viewer.tenant(), found.stream().map(Upload::id).toList());
    }

    /** The latest upload of each. */
    Map<RecordingId, UploadDocument> latest(Viewer viewer, List<Recording> recordings, Locale language) {
        Map<RecordingId, UploadDocument> shown = new HashMap<>();
        uploads.latest(viewer, recordings.stream().map(Recording::id).toList())
                .forEach((id, upload) -> shown.put(id, document(viewer.tenant(), UploadProgress.of(upload), language)));
        return shown;
    }

    Optional<UploadDocument> latest(Viewer viewer, Recording recording, Locale language) {
        return Optional.ofNullable(latest(viewer, List.of(recording), language).get(recording.id()));
    }
}
