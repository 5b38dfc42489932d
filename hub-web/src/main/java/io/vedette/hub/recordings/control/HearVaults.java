package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what edge vaults have. Believed of the cameras of their site alone, and of no other bytes than the agent reported. */
@Singleton
public class HearVaults {
    private static final Logger LOG = LoggerFactory.getLogger(HearVaults.class);

    private final TenantWork work;
    private final Cameras cameras;
    private final Recordings recordings;
    private final Departures departures;
    private final EdgeCopies copies;
    private final GiveUpRecording giveUp;
    private final HearUploadState uploads;
    private final EdgeNews news;
    private final Clock clock;

    @Inject
    public HearVaults(
            TenantWork work,
            Cameras cameras,
            Recordings recordings,
            Departures departures,
            EdgeCopies copies,
            GiveUpRecording giveUp,
            HearUploadState uploads,
            EdgeNews news,
            Clock clock) {
        this.work = work;
        this.cameras = cameras;
        this.recordings = recordings;
        this.departures = departures;
        this.copies = copies;
        this.giveUp = giveUp;
        this.uploads = uploads;
        this.news = news;
        this.clock = clock;
    }

    /** Within the transaction that stores the event. */
    public void event(VaultRef vault, EventBody body) {
        switch (body) {
            case EventBody.RecordingKept kept -> kept(vault, kept);
            case EventBody.RecordingGone gone -> giveUp.fromVault(vault, gone.recording());
            case EventBody.RecordingClosed closed -> LOG.debug("an edge vault records nothing itself");
            case EventBody.CameraLost lost -> LOG.debug("an edge vault has no camera");
            case EventBody.CameraBack back -> LOG.debug("an edge vault has no camera");
        }
    }

    /** Outside any transaction. */
    public void message(VaultRef vault, FromAgent message) {
        if (message instanceof FromAgent.UploadState state) {
            work.run(vault.tenant(), () -> uploads.state(vault, state));
        }
    }

    private void kept(VaultRef vault, EventBody.RecordingKept kept) {
        TenantId tenant = vault.tenant();
        boolean atItsSite = cameras.find(tenant, kept.camera())
                .filter(camera -> camera.site().equals(vault.site()))
                .isPresent();
        Optional<Recording> recording = recordings.lock(tenant, kept.recording());
        var copy = new EdgeCopy(vault, kept, clock.instant());
        if (!atItsSite || recording.filter(one -> !copy.isOf(one)).isPresent()) {
            LOG.warn("{} says that it has recording {}, which is not believed", vault, kept.recording());
            return;
        }
        if (departures.dropped(tenant, kept.recording())
                || copies.find(tenant, vault.agent(), kept.recording()).isPresent()) {
            return;
        }
        copies.add(tenant, copy);
        recording.ifPresent(one -> {
            if (one.backAtEdge()) { // the agent told first that it has it no more
                copy.isAlone();
            }
            news.kept(tenant, copy, one);
        });
    }

    /** An agent reports a recording: a vault may have told of it before. Within that transaction. */
    void closed(TenantId tenant, Recording recording) {
        for (EdgeCopy copy : copies.of(tenant, recording.id())) {
            if (copy.isOf(recording)) {
                news.kept(tenant, copy, recording);
            } else {
                LOG.warn("an edge vault has other bytes of recording {}: they are not believed", recording.id());
                copies.drop(tenant, copy);
            }
        }
    }
}
