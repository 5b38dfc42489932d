package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.EdgeRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Sender;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * An upload under way goes on from another sender: the agent and the vault of its site have the same bytes, so what is here stays,
 * and the next one asks where to go on.
 */
@Singleton
public class ChangeSender {
    private final TenantWork work;
    private final Tenants tenants;
    private final Recordings recordings;
    private final Uploads uploads;
    private final EdgeCopies copies;
    private final EdgeSenders senders;
    private final AgentLinks links;
    private final GrantUploads grants;
    private final UploadNews news;

    @Inject
    public ChangeSender(
            TenantWork work,
            Tenants tenants,
            Recordings recordings,
            Uploads uploads,
            EdgeCopies copies,
            EdgeSenders senders,
            AgentLinks links,
            GrantUploads grants,
            UploadNews news) {
        this.work = work;
        this.tenants = tenants;
        this.recordings = recordings;
        this.uploads = uploads;
        this.copies = copies;
        this.senders = senders;
        this.links = links;
        this.grants = grants;
        this.news = news;
    }

    /** What waits for one who is away goes on from one who is here. Called every minute; outside any transaction. */
    public void run() {
        tenants.all().forEach(tenant -> run(tenant, Optional.empty()));
    }

    /** As {@link #run()}, for what this one may have, who came: all agents come at once when the hub was away. */
    public void run(EdgeRef came) {
        run(came.tenant(), came instanceof AgentRef agent ? Optional.of(agent.camera()) : Optional.empty());
    }

    private void run(TenantId tenant, Optional<CameraId> camera) {
        work.as(tenant, () -> copies.underWay(tenant, camera)).stream()
                .filter(upload -> !links.online(upload.agent()))
                .forEach(upload -> work.run(tenant, () -> change(tenant, upload.id(), true)));
    }

    /** One whose sender is gone for good. False when nobody else has it. Outside any transaction. */
    boolean gone(TenantId tenant, UploadId id) {
        return work.as(tenant, () -> change(tenant, id, false));
    }

    private boolean change(TenantId tenant, UploadId id, boolean onlyIfHere) {
        Optional<Upload> asked = uploads.find(tenant, id);
        asked.ifPresent(upload -> recordings.lock(tenant, upload.recording())); // first, as everywhere
        Optional<Upload> upload = uploads.lock(tenant, id)
                .filter(one -> one.state().underWay() && !(one.state() instanceof UploadState.Verifying));
        Optional<Sender> next = upload.flatMap(one -> recordings.find(tenant, one.recording()))
                .flatMap(recording -> senders.of(tenant, recording))
                .filter(sender -> !sender.id().equals(upload.get().agent()))
                .filter(sender -> !onlyIfHere || links.online(sender.id()));
        next.ifPresent(sender -> to(tenant, upload.get(), sender));
        return next.isPresent();
    }

    /**
     * The vault says that it cannot send it: the agent does, when that has it still. What is wrong may be the vault's line, so its copy
     * counts on. Within a transaction; false when nobody else has it.
     */
    boolean backToItsAgent(TenantId tenant, UploadId id) {
        uploads.find(tenant, id).ifPresent(upload -> recordings.lock(tenant, upload.recording()));
        Optional<Upload> upload = uploads.lock(tenant, id)
                .filter(one -> one.state().underWay() && !(one.state() instanceof UploadState.Verifying));
        Optional<Recording> recording = upload.flatMap(one -> recordings.find(tenant, one.recording()))
                .filter(one -> senders.inFront(new AgentRef(tenant, one.agent(), one.camera())))
                .filter(one -> copies.of(tenant, one.id()).stream().noneMatch(EdgeCopy::alone));
        recording.ifPresent(one -> to(tenant, upload.get(), Sender.agent(one.agent())));
        return recording.isPresent();
    }

    /** Within a transaction, with the upload locked. */
    void to(TenantId tenant, Upload upload, Sender next) {
        AgentId before = upload.agent();
        upload.sentBy(next);
        work.afterCommit(() -> {
            links.send(before, new FromHub.UploadCancel(upload.id()));
            grants.grant(new AgentRef(tenant, next.id(), upload.camera()), upload);
            news.tell(UploadProgress.of(upload));
        });
    }
}
