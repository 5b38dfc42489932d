package io.vedette.hub.kerberos;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.vaults.accounts.VaultAccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An agent of another make, by the key it names itself with under its account. Its id stands in its recordings where an agent's does. */
@Entity
@Table(name = "kerberos_device")
public class KerberosDevice extends TenantOwned {
    private static final int LONGEST_VERSION = 50;

    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID account = new UUID(0, 0);

    @Column(name = "device_key", nullable = false, updatable = false)
    private String deviceKey = "";

    @Column(name = "camera_id", nullable = false, updatable = false)
    private UUID camera = new UUID(0, 0);

    @Column(nullable = false)
    private String directory = "";

    @Column(nullable = false)
    private String version = "";

    @Column(name = "camera_connected", nullable = false)
    private boolean cameraConnected = true;

    @Column(name = "heard_at", nullable = false)
    private Instant heardAt = Instant.EPOCH;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    protected KerberosDevice() {}

    KerberosDevice(VaultAccountId account, String deviceKey, CameraId camera, Instant now) {
        this.id = Uuids.fresh();
        this.account = account.value();
        this.deviceKey = deviceKey;
        this.camera = camera.value();
        this.heardAt = now;
        this.madeAt = now;
    }

    public AgentId id() {
        return new AgentId(id);
    }

    public VaultAccountId account() {
        return new VaultAccountId(account);
    }

    public CameraId camera() {
        return new CameraId(camera);
    }

    /** Whether it said, the last time that changed, that its camera gives pictures. */
    public boolean cameraConnected() {
        return cameraConnected;
    }

    public String directory() {
        return directory;
    }

    public String version() {
        return version;
    }

    public Instant heardAt() {
        return heardAt;
    }

    void sendsTo(String directory) {
        this.directory = directory;
    }

    boolean differs(boolean connected, String version) {
        return cameraConnected != connected || !this.version.equals(kept(version));
    }

    void says(boolean connected, String version, Instant now) {
        this.cameraConnected = connected;
        this.version = kept(version);
        this.heardAt = now;
    }

    private static String kept(String version) {
        return version.substring(0, Math.min(version.length(), LONGEST_VERSION));
    }
}
