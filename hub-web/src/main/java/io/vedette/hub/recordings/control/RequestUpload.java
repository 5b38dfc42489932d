package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Asks the edge for a recording. Asking twice is asking once; an agent that is away is asked when it comes back. */
@Singleton
public class RequestUpload {
    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Agents agents;
    private final GrantUploads grants;
    private final Clock clock;

    @Inject
    public RequestUpload(
            TenantWork work, Recordings recordings, Uploads uploads, Agents agents, GrantUploads grants, Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.agents = agents;
        this.grants = grants;
        this.clock = clock;
    }

    /** What came of a request. */
    public sealed interface Outcome {
        record UnderWay(UploadProgress upload) implements Outcome {}

        /** Nothing to do: it lies in the vault. */
        record AlreadyHere(CameraId camera) implements Outcome {}

        /** The agent gave it up. */
        record Gone() implements Outcome {}

        /** It lies with an agent that was replaced or removed and is spoken with no more. */
        record OutOfReach() implements Outcome {}
    }

    public Outcome by(Viewer viewer, RecordingId id) {
        recordings.get(viewer, id, Action.REQUEST_UPLOAD);
        // the lock makes two clicks at once one after the other
        Recording recording = recordings.lock(viewer.tenant(), id).orElseThrow();
        return switch (recording.place()) {
            case VAULT -> new Outcome.AlreadyHere(recording.camera());
            case GONE, LEAVING -> new Outcome.Gone();
            case EDGE -> reachable(viewer.tenant(), recording) ? ask(viewer, recording) : new Outcome.OutOfReach();
        };
    }

    private Outcome ask(Viewer viewer, Recording recording) {
        Optional<Upload> underWay = uploads.lockUnderWay(viewer.tenant(), recording.id());
        Upload upload =
                underWay.orElseGet(() -> add(viewer.tenant(), UploadId.fresh(), recording, Optional.of(viewer)));
        if (underWay.isEmpty() || upload.requestedBy().isEmpty()) {
            // also when the agent's own rule asked before: now somebody waits, and it may overtake others
            upload.wantedBy(viewer.subject());
            work.note(recording.deed(DeedKind.UPLOAD_REQUESTED));
            var agent = new AgentRef(viewer.tenant(), recording.agent(), recording.camera());
            work.afterCommit(() -> grants.grant(agent, upload));
        }
        return new Outcome.UnderWay(UploadProgress.of(upload));
    }

    /** By the agent's own rule, within the transaction that writes the recording. */
    void byRule(AgentRef agent, Recording recording) {
        byRule(agent, recording, UploadId.fresh(), 0);
    }

    /** The same for one whose beginning is here under this id: so many bytes of it. */
    void byRule(AgentRef agent, Recording recording, UploadId id, long received) {
        Upload upload = add(agent.tenant(), id, recording, Optional.empty()).begunWith(received);
        work.afterCommit(() -> grants.grant(agent, upload));
    }

    private Upload add(TenantId tenant, UploadId id, Recording recording, Optional<Viewer> viewer) {
        var upload = new Upload(id, recording, viewer.map(Viewer::subject), clock.instant());
        uploads.add(tenant, upload);
        return upload;
    }

    private boolean reachable(TenantId tenant, Recording recording) {
        return agents.ofCamera(tenant, recording.camera())
                .filter(agent -> agent.id().equals(recording.agent()))
                .isPresent();
    }
}
