package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviders;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent says that a recording has begun which it will send: the hub takes it from now on, so that what the camera saw is
 * here when somebody takes the box.
 */
@Singleton
public class HearBeginning {
    /** So long an agent that did not reach the store sends what it records while it is made. */
    private static final Duration UNREACHED = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(HearBeginning.class);
    /** One grows; the ends of those before it may be a few events away. */
    private static final long MOST_OF_AN_AGENT = 4;

    private static final Duration OLDEST = Duration.ofDays(1);

    private final TenantWork work;
    private final Recordings recordings;
    private final Beginnings beginnings;
    private final Intake intake;
    private final StoredBytes room;
    private final GrantUploads grants;
    private final KeepBeginnings keep;
    private final StorageProviders providers;
    private final Clock clock;

    @Inject
    public HearBeginning(
            TenantWork work,
            Recordings recordings,
            Beginnings beginnings,
            Intake intake,
            StoredBytes room,
            GrantUploads grants,
            KeepBeginnings keep,
            StorageProviders providers,
            Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.beginnings = beginnings;
        this.intake = intake;
        this.room = room;
        this.grants = grants;
        this.keep = keep;
        this.providers = providers;
        this.clock = clock;
    }

    public void message(AgentRef agent, FromAgent message) {
        switch (message) {
            case FromAgent.RecordingBegun begun -> work.run(agent.tenant(), () -> begun(agent, begun));
            case FromAgent.UploadState state -> state(agent, state);
            default -> {} // others hear it
        }
    }

    private void begun(AgentRef agent, FromAgent.RecordingBegun begun) {
        if (recordings.find(agent.tenant(), begun.recording()).isPresent()) {
            return; // its end came before the news of its beginning
        }
        Optional<Beginning> known = beginnings.of(agent.tenant(), begun.recording());
        if (known.isPresent()) {
            known.filter(one -> one.agent().equals(agent.agent())).ifPresent(one -> grants.grant(agent, one));
            return;
        }
        if (goesStraight(agent)
                || beginnings.countOf(agent.tenant(), agent.agent()) >= MOST_OF_AN_AGENT
                || !hasRoom(agent.tenant())) {
            LOG.info("recording {} is taken when it is closed", begun.recording());
            return;
        }
        Instant now = clock.instant();
        long ageMs = Math.min(begun.ageMs(), OLDEST.toMillis());
        var beginning = new Beginning(agent, begun.recording(), now.minusMillis(ageMs), now);
        beginnings.add(agent.tenant(), beginning);
        work.afterCommit(() -> grants.grant(agent, beginning));
    }

    /** Its owner wants no bytes to pass through the hub, and this agent could do that lately: parts are of what is closed. */
    private boolean goesStraight(AgentRef agent) {
        Instant lately = clock.instant().minus(UNREACHED);
        return providers
                .main(agent.tenant())
                .filter(StorageProvider::straight)
                .filter(place -> place.unreached()
                        .filter(last -> last.camera().equals(agent.camera())
                                && last.at().isAfter(lately))
                        .isEmpty())
                .isPresent();
    }

    private boolean hasRoom(TenantId tenant) {
        long here = beginnings.all(tenant).stream()
                .mapToLong(one -> intake.offset(one.upload()))
                .sum();
        return room.anyBeside(tenant, here);
    }

    private void state(AgentRef agent, FromAgent.UploadState state) {
        Optional<Beginning> beginning = theirs(agent, state.upload());
        if (beginning.isEmpty()) {
            return;
        }
        switch (state.phase()) {
            case QUEUED -> grants.grant(agent, beginning.get()); // its ticket grew too old
            case FAILED ->
                LOG.info(
                        "recording {} is taken when it is closed",
                        beginning.get().recording());
            case GONE -> keepNow(beginning.get());
        }
    }

    /** What cannot be done now is done by the upkeep. */
    private void keepNow(Beginning beginning) {
        try {
            keep.now(beginning);
        } catch (BlobStoreFault e) {
            LOG.error("the beginning of recording {} waits to be kept", beginning.recording(), e);
        }
    }

    private Optional<Beginning> theirs(AgentRef agent, UploadId upload) {
        return work.as(agent.tenant(), () -> beginnings.find(agent.tenant(), upload))
                .filter(one -> one.agent().equals(agent.agent()));
    }
}
