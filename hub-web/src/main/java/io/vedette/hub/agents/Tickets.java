package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Short permissions for what an agent sends outside its control link: one purpose, one object, one agent, some minutes.
 * A ticket carries its facts in clear with an HMAC-SHA-256 (RFC 2104) over them, so it outlives a restart of the hub and
 * needs no table. It is handed out over the control link alone.
 */
@Singleton
public class Tickets {
    private static final int FACTS = 1 + 8 + 4 * 16;
    private static final int MAC = 32;
    private static final String SCHEME = "Vedette ";

    private final SecretKeySpec key;
    private final Clock clock;
    private final Predicate<AgentRef> stands;

    /** What a ticket is good for; one can never serve as another. */
    public enum Purpose {
        THUMBNAIL,
        UPLOAD,
        PUBLISH
    }

    /** What a genuine ticket of an agent that stands says. */
    public record Ticket(Purpose purpose, AgentRef agent, UUID object) {
        public boolean opens(Purpose wanted, UUID wantedObject) {
            return purpose == wanted && object.equals(wantedObject);
        }
    }

    @Inject
    Tickets(HubSettings settings, Clock clock, TenantWork work, Agents agents) {
        this(
                Base64.getDecoder().decode(settings.ticketKey().reveal()),
                clock,
                agent -> work.as(agent.tenant(), () -> agents.stand(agent)));
    }

    /** @param stands whether an agent may still speak for its camera: a ticket is worth no more than who holds it */
    public Tickets(byte[] key, Clock clock, Predicate<AgentRef> stands) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
        this.stands = stands;
    }

    public String issue(Purpose purpose, AgentRef agent, UUID object, Duration life) {
        ByteBuffer ticket = ByteBuffer.allocate(FACTS + MAC);
        ticket.put((byte) purpose.ordinal()).putLong(clock.instant().plus(life).getEpochSecond());
        put(ticket, agent.tenant().value());
        put(ticket, agent.agent().value());
        put(ticket, agent.camera().value());
        put(ticket, object);
        ticket.put(mac(ticket.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ticket.array());
    }

    /** The agent a ticket was issued to; empty when it is for something else, not genuine, too old, or its agent is revoked. */
    public Optional<AgentRef> check(@Nullable String text, Purpose purpose, UUID object) {
        return read(text).filter(ticket -> ticket.opens(purpose, object)).map(Ticket::agent);
    }

    /** Empty when it is not genuine, too old, or its agent is revoked. */
    private Optional<Ticket> read(@Nullable String text) {
        return decode(text).flatMap(this::read);
    }

    private Optional<Ticket> read(ByteBuffer facts) {
        Purpose purpose = Purpose.values()[facts.get()];
        if (facts.getLong() <= clock.instant().getEpochSecond()) {
            return Optional.empty();
        }
        var agent = new AgentRef(new TenantId(uuid(facts)), new AgentId(uuid(facts)), new CameraId(uuid(facts)));
        return stands.test(agent) ? Optional.of(new Ticket(purpose, agent, uuid(facts))) : Optional.empty();
    }

    /** The ticket in the value of an {@code Authorization} header, whatever it is for; empty as for {@link #read}. */
    public Optional<Ticket> inHeader(@Nullable String header) {
        return header != null && header.startsWith(SCHEME)
                ? read(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private Optional<ByteBuffer> decode(@Nullable String text) {
        if (text == null || text.length() > 400) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            if (bytes.length != FACTS + MAC) {
                return Optional.empty();
            }
            byte[] given = java.util.Arrays.copyOfRange(bytes, FACTS, bytes.length);
            return MessageDigest.isEqual(given, mac(bytes)) ? Optional.of(ByteBuffer.wrap(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] ticket) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ticket, 0, FACTS);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static void put(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }
}
