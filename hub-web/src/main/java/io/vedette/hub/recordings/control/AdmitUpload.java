package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.UploadPlan;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether an agent, or the vault of its site, may send something of an upload now, whichever way its bytes go: only its own, while more is wanted, and with room for all of it. */
@Singleton
public class AdmitUpload {
    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final Beginnings beginnings;
    private final EdgeSenders senders;
    private final IntakeBook book;
    private final StoredBytes room;
    private final UploadNews news;

    @Inject
    public AdmitUpload(
            TenantWork work,
            Recordings recordings,
            Uploads uploads,
            Beginnings beginnings,
            EdgeSenders senders,
            IntakeBook book,
            StoredBytes room,
            UploadNews news) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.beginnings = beginnings;
        this.senders = senders;
        this.book = book;
        this.room = room;
        this.news = news;
    }

    sealed interface Admission {
        /** @param inParts whether its agent has begun to send parts straight to a store */
        record Open(UploadPlan plan, boolean inParts) implements Admission {}

        /** Its recording still grows. */
        record Begun() implements Admission {}

        record Closed(Taken answer) implements Admission {}
    }

    Admission of(AgentRef agent, UploadId id) {
        return work.as(
                agent.tenant(),
                () -> uploads.find(agent.tenant(), id)
                        .map(upload -> admit(agent, upload))
                        .or(() -> beginnings.find(agent.tenant(), id).map(one -> admit(agent, one)))
                        .orElse(new Admission.Closed(new Taken.Unknown())));
    }

    private Admission admit(AgentRef agent, Beginning beginning) {
        return beginning.agent().equals(agent.agent()) && senders.inFront(agent)
                ? new Admission.Begun()
                : new Admission.Closed(new Taken.NotYours());
    }

    private Admission admit(AgentRef agent, Upload upload) {
        if (!agent.camera().equals(upload.camera()) || !senders.mayBring(agent, upload.recording())) {
            return new Admission.Closed(new Taken.NotYours());
        }
        if (!upload.agent().equals(agent.agent())) {
            // somebody else sends it by now: it may forget this, and is told when it is asked again
            return new Admission.Closed(new Taken.CalledOff());
        }
        return switch (upload.state().phase()) {
            case REQUESTED -> {
                if (!room.begins(agent.tenant(), upload)) {
                    UploadProgress waits = UploadProgress.of(upload);
                    work.afterCommit(() -> news.tell(waits)); // its watchers read why
                    yield new Admission.Closed(new Taken.NoRoom());
                }
                yield open(agent, upload);
            }
            case UPLOADING -> open(agent, upload);
            case VERIFYING, STORED -> new Admission.Closed(new Taken.At(upload.bytes(), upload.bytes()));
            case FAILED, CANCELLED, GONE -> new Admission.Closed(new Taken.CalledOff());
        };
    }

    private Admission open(AgentRef agent, Upload upload) {
        book.open(agent.tenant(), upload);
        var recording = recordings.find(agent.tenant(), upload.recording()).orElseThrow();
        return new Admission.Open(
                new UploadPlan(upload.id(), upload.bytes(), new Sha256(recording.sha256())),
                upload.parts().isPresent());
    }
}
