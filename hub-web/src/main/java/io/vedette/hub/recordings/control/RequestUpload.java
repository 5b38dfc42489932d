package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Sender;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadWish;
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
    private final EdgeSenders senders;
    private final GrantUploads grants;
    private final Clock clock;

    @Inject
    public RequestUpload(
            TenantWork work,
            Recordings recordings,
            Uploads uploads,
            EdgeSenders senders,
            GrantUploads grants,
            Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.senders = senders;
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

        /** It lies with an agent that was replaced or removed and is spoken with no more, and no vault of the site has it. */
        record OutOfReach() implements Outcome {}
    }

    public Outcome by(Viewer viewer, RecordingId id) {
        return by(viewer, id, UploadWish.PLAIN);
    }

    /** Of one that is under way already, the sooner turn and the later deadline hold. */
    public Outcome by(Viewer viewer, RecordingId id, UploadWish wish) {
        recordings.get(viewer, id, Action.REQUEST_UPLOAD);
        // the lock makes two clicks at once one after the other
        Recording recording = recordings.lock(viewer.tenant(), id).orElseThrow();
        return switch (recording.place()) {
            case VAULT -> new Outcome.AlreadyHere(recording.camera());
            case GONE, LEAVING -> new Outcome.Gone();
            case EDGE ->
                senders.of(viewer.tenant(), recording)
                        .map(sender -> ask(viewer, recording, wish, sender))
                        .orElseGet(Outcome.OutOfReach::new);
        };
    }

    private Outcome ask(Viewer viewer, Recording recording, UploadWish wish, Sender sender) {
        Optional<Upload> underWay = uploads.lockUnderWay(viewer.tenant(), recording.id());
        Upload upload = underWay.orElseGet(() -> add(viewer.tenant(), UploadId.fresh(), recording, Optional.of(viewer))
                .wished(wish)
                .sentBy(sender));
        // also when the agent's own rule asked before: now somebody waits, and it may overtake others
        boolean changes = upload.wantedBy(viewer.subject(), wish);
        if (underWay.isEmpty() || changes) {
            work.note(recording.deed(DeedKind.UPLOAD_REQUESTED));
            var agent = new AgentRef(viewer.tenant(), upload.agent(), recording.camera());
            work.afterCommit(() -> grants.grant(agent, upload));
        }
        return new Outcome.UnderWay(UploadProgress.of(upload));
    }

    /** Sends it before all others of its agent. What is over stays as it ended. */
    public UploadProgress first(Viewer viewer, UploadId id) {
        Upload asked = uploads.get(viewer, id);
        Recording recording = recordings.get(viewer, asked.recording(), Action.REQUEST_UPLOAD);
        Upload upload = uploads.lock(viewer.tenant(), id).orElseThrow();
        var urgent = new UploadWish(UploadPriority.URGENT, upload.wish().deadline(), Optional.empty());
        if (upload.state().underWay() && upload.wantedBy(viewer.subject(), urgent)) {
            work.note(recording.deed(DeedKind.UPLOAD_REQUESTED).with("priority", UploadPriority.URGENT));
            var agent = new AgentRef(viewer.tenant(), upload.agent(), upload.camera());
            work.afterCommit(() -> grants.grant(agent, upload));
        }
        return UploadProgress.of(upload);
    }

    /** By the agent's own rule, within the transaction that writes the recording. */
    void byRule(AgentRef agent, Recording recording) {
        byRule(agent, recording, UploadId.fresh(), 0);
    }

    /** The same for one that should have come long ago: it goes behind what is made now. */
    void backFill(AgentRef agent, Recording recording) {
        Upload upload = add(agent.tenant(), UploadId.fresh(), recording, Optional.empty())
                .wished(UploadWish.of(UploadPriority.BACKFILL));
        work.afterCommit(() -> grants.grant(agent, upload));
    }

    /** The same for one whose beginning is here under this id: so many bytes of it. */
    void byRule(AgentRef agent, Recording recording, UploadId id, long received) {
        Upload upload = add(agent.tenant(), id, recording, Optional.empty()).begunWith(received);
        work.afterCommit(() -> grants.grant(agent, upload));
    }

    /** By the rule of the edge vault that has it; nothing when it is here, or on its way. Within a transaction. */
    public void byVaultRule(TenantId tenant, EdgeCopy copy, Recording recording) {
        if (recording.place() != Place.EDGE
                || uploads.findUnderWay(tenant, recording.id()).isPresent()) {
            return;
        }
        Upload upload =
                add(tenant, UploadId.fresh(), recording, Optional.empty()).sentBy(Sender.vault(copy.vault()));
        work.afterCommit(() -> grants.grant(new AgentRef(tenant, copy.vault(), recording.camera()), upload));
    }

    private Upload add(TenantId tenant, UploadId id, Recording recording, Optional<Viewer> viewer) {
        var upload = new Upload(id, recording, viewer.map(Viewer::subject), clock.instant());
        uploads.add(tenant, upload);
        return upload;
    }
}
