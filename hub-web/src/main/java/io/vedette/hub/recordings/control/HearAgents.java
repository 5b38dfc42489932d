package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.EventBody.CameraBack;
import io.vedette.contracts.link.EventBody.CameraLost;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.EventBody.RecordingGone;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Beginnings;
import io.vedette.hub.recordings.entity.CameraEvent;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.vault.intake.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what agents report. Runs inside the transaction that stores the event. A report that cannot be kept as it is is
 * kept as well as can be: refusing it would make the agent send it again for ever.
 */
@Singleton
public class HearAgents {
    private static final Logger LOG = LoggerFactory.getLogger(HearAgents.class);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    /** What two good clocks differ by, and the way between them. */
    private static final Duration AHEAD = Duration.ofMinutes(1);
    /** A line that comes back within that was hardly away. */
    private static final Duration MISSED = Duration.ofMinutes(2);

    private static final int LONGEST_DETAIL = 1000;
    private static final String PLAIN_MP4 = "video/mp4";

    private final TenantWork work;
    private final Recordings recordings;
    private final Departures departures;
    private final Beginnings beginnings;
    private final Intake intake;
    private final RequestUpload request;
    private final GiveUpRecording giveUp;
    private final GrantThumbnails thumbnails;
    private final HearVaults vaults;
    private final Clock clock;

    @Inject
    public HearAgents(
            TenantWork work,
            Recordings recordings,
            Departures departures,
            Beginnings beginnings,
            Intake intake,
            RequestUpload request,
            GiveUpRecording giveUp,
            GrantThumbnails thumbnails,
            HearVaults vaults,
            Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.departures = departures;
        this.beginnings = beginnings;
        this.intake = intake;
        this.request = request;
        this.giveUp = giveUp;
        this.thumbnails = thumbnails;
        this.vaults = vaults;
        this.clock = clock;
    }

    /** @param offsetMillis hub clock minus agent clock */
    public void event(AgentRef agent, FromAgent.Event event, Instant at, long offsetMillis) {
        switch (event.body()) {
            case RecordingClosed closed -> closed(agent, closed, at, offsetMillis);
            case RecordingGone gone -> giveUp.fromEdge(agent, gone.recording());
            case RecordingKept kept -> LOG.debug("an agent is no vault of its site"); // and is not heard as one
            case CameraLost lost -> note(agent, event, "camera.lost", lost.reason(), lost.fault(), at);
            case CameraBack back -> note(agent, event, "camera.back", "", null, at);
        }
    }

    private void closed(AgentRef agent, RecordingClosed closed, Instant at, long offsetMillis) {
        Optional<Recording> known = recordings.find(agent.tenant(), closed.recording());
        if (known.isPresent() || departures.dropped(agent.tenant(), closed.recording())) {
            LOG.info("agent {} reported recording {} again", agent.agent(), closed.recording());
            return;
        }
        Instant start = reasonable(closed.startedAt()) ? closed.startedAt().plusMillis(offsetMillis) : at;
        var label = new Recording.Label(label(start), offsetMillis);
        var recording = new Recording(agent, closed, mime(closed.mime()), label, clock.instant());
        recordings.add(agent.tenant(), recording);
        work.afterCommit(() -> thumbnails.grant(agent, recording));
        Optional<UploadId> begun = begun(agent, closed);
        if (begun.isPresent()) {
            request.byRule(agent, recording, begun.get(), intake.offset(begun.get()));
        } else if (closed.delivery() == Delivery.AT_ONCE) {
            atOnce(agent, recording, at);
        }
        vaults.closed(agent.tenant(), recording); // after the agent's own rule, which sends it by itself
    }

    /** What the agent could not tell when it happened waits for what happens now. A clock that errs delays it, and no more. */
    private void atOnce(AgentRef agent, Recording recording, Instant at) {
        if (Duration.between(at, clock.instant()).compareTo(MISSED) > 0) {
            request.backFill(agent, recording);
        } else {
            request.byRule(agent, recording);
        }
    }

    /** The id under which its beginning is here. One that is longer than the whole is not its beginning, and is kept by itself. */
    private Optional<UploadId> begun(AgentRef agent, RecordingClosed closed) {
        return beginnings
                .of(agent.tenant(), closed.recording())
                .filter(one -> one.agent().equals(agent.agent()))
                .filter(one -> intake.offset(one.upload()) <= closed.bytes())
                .map(Beginning::upload)
                .filter(upload -> beginnings.end(agent.tenant(), upload));
    }

    private void note(
            AgentRef agent,
            FromAgent.Event event,
            String kind,
            String detail,
            @Nullable CameraFault fault,
            Instant at) {
        String text = printable(detail);
        recordings.add(
                agent.tenant(),
                new CameraEvent(
                        agent,
                        event,
                        kind,
                        text.substring(0, Math.min(text.length(), LONGEST_DETAIL)),
                        fault,
                        label(at),
                        clock.instant()));
    }

    /** What lies in the future would be the newest for ever, and push out all others where room is short. */
    private Instant label(Instant told) {
        Instant now = clock.instant();
        return reasonable(told) && told.isBefore(now.plus(AHEAD)) ? told : now;
    }

    private static boolean reasonable(Instant told) {
        return told.isAfter(EARLIEST) && told.isBefore(LATEST);
    }

    private static String mime(String told) {
        return told.chars().allMatch(c -> c >= ' ' && c <= '~') && told.startsWith("video/") ? told : PLAIN_MP4;
    }

    /** PostgreSQL keeps no NUL, and people read no control characters. */
    static String printable(String told) {
        return told.replaceAll("\\p{Cntrl}", " ");
    }
}
