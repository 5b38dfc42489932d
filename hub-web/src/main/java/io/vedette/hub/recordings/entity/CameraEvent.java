package io.vedette.hub.recordings.entity;

import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a camera and left no recording: pictures stopped, pictures came back. */
@Entity
@Table(name = "event")
public class CameraEvent extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "agent_id", nullable = false, updatable = false)
    private UUID agent = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private long seq;

    @Column(nullable = false, updatable = false)
    private String kind = "";

    @Column(nullable = false, updatable = false)
    private String detail = "";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable CameraFault fault;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt = Instant.EPOCH;

    protected CameraEvent() {}

    public CameraEvent(
            AgentRef agent,
            FromAgent.Event event,
            String kind,
            String detail,
            @Nullable CameraFault fault,
            Instant at,
            Instant receivedAt) {
        this.id = event.id().value();
        this.camera = agent.camera().value();
        this.startedAt = at;
        this.agent = agent.agent().value();
        this.seq = event.seq();
        this.kind = kind;
        this.detail = detail;
        this.fault = fault;
        this.receivedAt = receivedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Pictures stopped; otherwise they came back. */
    public boolean lost() {
        return kind.equals("camera.lost");
    }

    /** In the agent's own words. */
    public String detail() {
        return detail;
    }

    /** Why pictures stopped; empty from an agent that told it in words alone. */
    public Optional<CameraFault> fault() {
        return Optional.ofNullable(fault);
    }
}
