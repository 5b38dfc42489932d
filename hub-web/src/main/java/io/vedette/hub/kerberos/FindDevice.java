package io.vedette.hub.kerberos;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccount;
import io.vedette.hub.vaults.accounts.VaultAccounts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the key that an agent of another make calls itself to its camera. One that is new gets a camera at the account's site, up to
 * the account's limit and the tenant's quota. A camera that somebody took away does not come back. Within a tenant's work.
 */
@Singleton
public class FindDevice {
    private static final Logger LOG = LoggerFactory.getLogger(FindDevice.class);
    private static final String NAMELESS = "Kerberos";
    private static final int LONGEST_NAME = 100;

    private final TenantWork work;
    private final VaultAccounts accounts;
    private final KerberosBook book;
    private final Cameras cameras;
    private final Clock clock;

    @Inject
    public FindDevice(TenantWork work, VaultAccounts accounts, KerberosBook book, Cameras cameras, Clock clock) {
        this.work = work;
        this.accounts = accounts;
        this.book = book;
        this.cameras = cameras;
        this.clock = clock;
    }

    /** Empty when it has no camera and gets none. */
    Optional<KerberosDevice> of(Admitted in, String deviceKey, String cameraName) {
        Optional<KerberosDevice> known = book.device(in.tenant(), in.account(), deviceKey);
        if (known.isPresent()) {
            return known.filter(
                    device -> cameras.find(in.tenant(), device.camera()).isPresent());
        }
        // one at a time, so that two first films of one device make one camera
        return accounts.lock(in.tenant(), in.account())
                .flatMap(account -> book.device(in.tenant(), in.account(), deviceKey)
                        .or(() -> appear(in.tenant(), account, deviceKey, cameraName)));
    }

    private Optional<KerberosDevice> appear(
            TenantId tenant, VaultAccount account, String deviceKey, String cameraName) {
        work.by(Doer.agent(account.id().toString(), account.name()));
        Optional<CameraId> camera = account.site()
                .filter(site ->
                        book.devices(tenant, account.id()) < account.limits().cameras())
                .flatMap(site -> cameras.appear(tenant, site, name(cameraName)));
        if (camera.isEmpty()) {
            LOG.debug(
                    "vault account {} brings a device that gets no camera: its limit, its site or the quota",
                    account.id());
            return Optional.empty();
        }
        var device = new KerberosDevice(account.id(), deviceKey, camera.get(), clock.instant());
        book.add(tenant, device);
        return Optional.of(device);
    }

    private static Name name(String told) {
        try {
            return new Name(told.substring(0, Math.min(told.length(), LONGEST_NAME)));
        } catch (IllegalArgumentException e) {
            return new Name(NAMELESS);
        }
    }
}
