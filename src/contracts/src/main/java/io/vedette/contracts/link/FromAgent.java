package io.vedette.contracts.link;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything an agent can say on the control link. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(FromAgent.Call.class),
    @JsonSubTypes.Type(FromAgent.Hello.class),
    @JsonSubTypes.Type(FromAgent.Heartbeat.class),
    @JsonSubTypes.Type(FromAgent.GivenUp.class),
    @JsonSubTypes.Type(FromAgent.Event.class),
    @JsonSubTypes.Type(FromAgent.RecordingBegun.class),
    @JsonSubTypes.Type(FromAgent.UploadState.class),
    @JsonSubTypes.Type(FromAgent.LiveState.class),
    @JsonSubTypes.Type(FromAgent.RenewKey.class),
    @JsonSubTypes.Type(FromAgent.VaultOpen.class),
    @JsonSubTypes.Type(FromAgent.Bye.class)
})
public sealed interface FromAgent {

    /**
     * The first thing an agent says, and all that is said to a hub that has not proved itself: whose hub it wants, and a
     * nonce to sign.
     *
     * @param nonce 32 random bytes, base64url; another one for each connection
     */
    @JsonTypeName("call")
    record Call(TenantId tenant, String nonce) implements FromAgent {}

    /**
     * The answer to the challenge of a hub that has proved itself.
     *
     * @param protocol {@link Protocol#VERSION} of the agent
     * @param version the agent's own version, for people
     * @param at the agent's clock now; used to measure its offset, never to decide anything
     * @param signature Ed25519 over {@link Proof#hello}, base64url
     */
    @JsonTypeName("hello")
    record Hello(TenantId tenant, AgentId agent, int protocol, String version, Instant at, Life life, String signature)
            implements FromAgent {}

    /**
     * Which of its lives an agent is in: two boxes with the same disk cannot both tell this right.
     *
     * @param instance random, made when the process starts and kept nowhere
     * @param count of the starts, kept on the disk before anything is said
     */
    record Life(String instance, long count) {}

    /**
     * Sent every {@link FromHub.Welcome#heartbeatMs}, with some jitter.
     *
     * @param seq counts up from 1 on each connection
     * @param spoolBytes bytes of recordings kept at the edge
     * @param diskFreePercent of the file system the spool lives on
     * @param orderedMs for how long it will still record because {@link FromHub.RecordOrder} told it to; null from an agent
     *     that takes no such orders yet
     */
    @JsonTypeName("heartbeat")
    record Heartbeat(
            long seq,
            Instant at,
            CameraState camera,
            long spoolBytes,
            int diskFreePercent,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer orderedMs)
            implements FromAgent {}

    /**
     * What the edge gave up over the whole life of its spool. Told after each welcome, and again when it has changed; an older
     * agent never tells it.
     *
     * @param counts at most one for each reason and place
     */
    @JsonTypeName("spool.given-up")
    record GivenUp(List<Count> counts) implements FromAgent {
        private static final int MOST = 32;

        public GivenUp {
            if (counts.size() > MOST) {
                throw new IllegalArgumentException("so many reasons there are not");
            }
            counts = List.copyOf(counts);
        }

        /**
         * @param inVault whether the vault had them
         * @param bytes of all of them
         */
        public record Count(GivenUpReason reason, boolean inVault, long recordings, long bytes) {
            public Count {
                if (recordings < 0 || bytes < 0) {
                    throw new IllegalArgumentException("what was given up is counted from 0");
                }
            }
        }
    }

    /**
     * One entry of the agent's durable outbox. Sent again until acknowledged; the hub drops a {@code seq} it already has.
     *
     * @param seq counts up from 1 over the whole life of the agent, without a hole
     * @param at when it happened, by the agent's clock
     */
    @JsonTypeName("event")
    record Event(long seq, EventId id, Instant at, EventBody body) implements FromAgent {}

    /**
     * A recording grows at the edge that is to be sent at once: its beginning may come before its end is known. Told when it
     * begins, and after each welcome; a hub that wants it answers with {@link FromHub.UploadGrant}. Nothing is lost when nobody
     * hears this: the recording is sent when it is closed.
     *
     * @param ageMs how long ago its first picture was taken
     */
    @JsonTypeName("recording.begun")
    record RecordingBegun(RecordingId recording, long ageMs) implements FromAgent {
        public RecordingBegun {
            if (ageMs < 0) {
                throw new IllegalArgumentException("a recording does not begin in the future");
            }
        }
    }

    /** How an upload stands, where bytes alone do not tell. */
    @JsonTypeName("upload.state")
    record UploadState(
            UploadId upload,
            Phase phase,
            @JsonSetter(nulls = Nulls.SET) @Nullable String detail) implements FromAgent {
        /** GONE: the file is no longer at the edge. FAILED: it is, but it cannot be sent; {@code detail} says why. */
        public enum Phase {
            QUEUED,
            FAILED,
            GONE
        }
    }

    /** How a live session stands at the publishing end. */
    @JsonTypeName("live.state")
    record LiveState(
            LiveSessionId session,
            int generation,
            Phase phase,
            @JsonSetter(nulls = Nulls.SET) @Nullable String reason) implements FromAgent {
        public enum Phase {
            PUBLISHING,
            REFUSED,
            ENDED
        }
    }

    /**
     * The agent has made itself a new key, and keeps it beside the old one until the hub says that it has taken it.
     *
     * @param publicKey SubjectPublicKeyInfo, base64url
     * @param signature Ed25519 over {@link Proof#renewal} by the key the agent has had so far
     * @param proof of the same, by the new one
     */
    @JsonTypeName("key.renew")
    record RenewKey(String publicKey, String signature, String proof) implements FromAgent {}

    /**
     * Said by an edge vault alone, after each welcome: where the agents of its site bring recordings.
     *
     * @param address https, host and port; plain http on its own machine only
     * @param fingerprint SHA-256 of its certificate (DER), base64url; null on its own machine
     */
    @JsonTypeName("vault.open")
    record VaultOpen(
            String address,
            @JsonSetter(nulls = Nulls.SET) @Nullable String fingerprint) implements FromAgent {
        private static final int LONGEST_ADDRESS = 300;

        public VaultOpen {
            if (address.isBlank() || address.length() > LONGEST_ADDRESS) {
                throw new IllegalArgumentException("an address has 1 to " + LONGEST_ADDRESS + " characters");
            }
        }
    }

    /** The agent goes away on purpose: no alarm is due for the next moments. */
    @JsonTypeName("bye")
    record Bye(String reason) implements FromAgent {}
}
