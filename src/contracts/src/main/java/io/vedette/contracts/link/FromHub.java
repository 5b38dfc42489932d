package io.vedette.contracts.link;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything the hub can say on the control link. Paths are relative to the hub's own address. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(FromHub.Challenge.class),
    @JsonSubTypes.Type(FromHub.Welcome.class),
    @JsonSubTypes.Type(FromHub.HeartbeatAck.class),
    @JsonSubTypes.Type(FromHub.EventsAck.class),
    @JsonSubTypes.Type(FromHub.ThumbnailGrant.class),
    @JsonSubTypes.Type(FromHub.UploadGrant.class),
    @JsonSubTypes.Type(FromHub.UploadCancel.class),
    @JsonSubTypes.Type(FromHub.UploadStored.class),
    @JsonSubTypes.Type(FromHub.LiveStart.class),
    @JsonSubTypes.Type(FromHub.LiveExtend.class),
    @JsonSubTypes.Type(FromHub.LiveStop.class),
    @JsonSubTypes.Type(FromHub.RecordOrder.class),
    @JsonSubTypes.Type(FromHub.VaultOffer.class),
    @JsonSubTypes.Type(FromHub.VaultShut.class),
    @JsonSubTypes.Type(FromHub.KeyDue.class),
    @JsonSubTypes.Type(FromHub.KeyRenewed.class),
    @JsonSubTypes.Type(FromHub.Bye.class)
})
public sealed interface FromHub {

    /**
     * The answer to an agent's call.
     *
     * @param nonce 32 random bytes, base64url, to be signed once
     * @param signature by the hub's key for this tenant, over {@link Proof#hub}: an agent says nothing more without it
     */
    @JsonTypeName("challenge")
    record Challenge(String nonce, String signature) implements FromHub {}

    /**
     * The agent is known and this connection is its only one.
     *
     * @param epoch grows with each connection of this agent; whatever carries a smaller one is stale
     * @param eventsAckedTo highest {@link FromAgent.Event#seq} the hub keeps; the outbox up to it may go
     */
    @JsonTypeName("welcome")
    record Welcome(long epoch, Instant serverTime, int heartbeatMs, long eventsAckedTo) implements FromHub {}

    @JsonTypeName("heartbeat.ack")
    record HeartbeatAck(long seq, Instant serverTime) implements FromHub {}

    /** Every event up to and with {@code seq} is stored. */
    @JsonTypeName("events.ack")
    record EventsAck(long seq) implements FromHub {}

    /** Permission to PUT one JPEG for one recording. */
    @JsonTypeName("thumbnail.grant")
    record ThumbnailGrant(RecordingId recording, String path, String ticket) implements FromHub {}

    /**
     * Permission to send one recording with tus 1.0 (HEAD for the offset, PATCH from there), also one that still grows: then
     * without knowing its length. May come again for the same upload with a fresh ticket; the agent goes on from the hub's offset.
     *
     * @param onDemand a person waits for it: it goes before what is merely sent by policy
     * @param chunkBytes most bytes of one PATCH
     * @param priority null from a hub that knows of none, or tells one that this side does not know: see {@link #turn}
     * @param straight whether its parts may go straight to the store: the agent asks for their addresses below {@code path}; null: no
     */
    @JsonTypeName("upload.grant")
    record UploadGrant(
            UploadId upload,
            RecordingId recording,
            String path,
            String ticket,
            boolean onDemand,
            int chunkBytes,

            @JsonSetter(nulls = Nulls.SET)
            @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            @Nullable
            UploadPriority priority,

            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean straight)
            implements FromHub {
        public UploadGrant(
                UploadId upload,
                RecordingId recording,
                String path,
                String ticket,
                boolean onDemand,
                int chunkBytes,
                @Nullable UploadPriority priority) {
            this(upload, recording, path, ticket, onDemand, chunkBytes, priority, null);
        }

        /** When its turn comes. */
        public UploadPriority turn() {
            if (priority != null) {
                return priority;
            }
            return onDemand ? UploadPriority.WANTED : UploadPriority.RULE;
        }
    }

    /** Stop sending; nothing of it is wanted any more. */
    @JsonTypeName("upload.cancel")
    record UploadCancel(UploadId upload) implements FromHub {}

    /** The recording lies verified in the vault: the edge may give up its copy when it needs the room. */
    @JsonTypeName("upload.stored")
    record UploadStored(UploadId upload, RecordingId recording) implements FromHub {}

    /**
     * Somebody watches: open a socket to {@code path} and publish until the lease runs out.
     *
     * @param generation grows when the session is started again; a publisher of a smaller one stops
     */
    @JsonTypeName("live.start")
    record LiveStart(LiveSessionId session, int generation, String path, String ticket, int leaseMs)
            implements FromHub {}

    /** Somebody still watches: the lease runs anew from now. */
    @JsonTypeName("live.extend")
    record LiveExtend(LiveSessionId session, int leaseMs) implements FromHub {}

    @JsonTypeName("live.stop")
    record LiveStop(LiveSessionId session) implements FromHub {}

    /**
     * Record from now on, whatever moves and whatever the timetable says. A later order takes the place of an earlier one.
     *
     * @param leaseMs for how long, counted from its arrival; 0 takes an order back
     */
    @JsonTypeName("record.order")
    record RecordOrder(int leaseMs) implements FromHub {
        /** Whoever wants more asks again. */
        public static final int LONGEST_MS = 3_600_000;

        public RecordOrder {
            if (leaseMs < 0 || leaseMs > LONGEST_MS) {
                throw new IllegalArgumentException("an order lasts an hour at most");
            }
        }
    }

    /**
     * The camera's site has a vault of its own: bring every recording there, too. Comes again with a fresh ticket before the
     * old one ends, and takes the place of an earlier offer.
     *
     * @param vault who answers there
     * @param address as {@link FromAgent.VaultOpen#address}
     * @param fingerprint as {@link FromAgent.VaultOpen#fingerprint}: whoever shows another certificate gets nothing
     * @param ticket a {@link VaultTicket}
     */
    @JsonTypeName("vault.offer")
    record VaultOffer(
            AgentId vault,
            String address,
            @JsonSetter(nulls = Nulls.SET) @Nullable String fingerprint,
            String ticket) implements FromHub {}

    /** The site has no vault any more: bring it nothing. */
    @JsonTypeName("vault.shut")
    record VaultShut() implements FromHub {}

    /** Time for a new key of the agent's: it is old enough, or its owner asks for it. */
    @JsonTypeName("key.due")
    record KeyDue() implements FromHub {}

    /**
     * From now on the agent is known by this key and by no other.
     *
     * @param signature by the hub's key for this tenant, over {@link Proof#renewed}: who only sits in between cannot make an
     *     agent throw its key away
     */
    @JsonTypeName("key.renewed")
    record KeyRenewed(String publicKey, String signature) implements FromHub {}

    /** The hub closes this connection; come back after a random time up to {@code reconnectAfterMs}. */
    @JsonTypeName("bye")
    record Bye(String reason, int reconnectAfterMs) implements FromHub {}
}
