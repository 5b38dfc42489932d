package io.vedette.hub.kerberos;

import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.KeepForeign;
import io.vedette.hub.vaults.Stores;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccount;
import io.vedette.hub.vaults.accounts.VaultAccounts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Before the first byte of a film: whether it may come, and for which camera. */
@Singleton
public class BeginFilm {
    private static final int MOST_OPEN = 100;

    private final TenantWork work;
    private final VaultAccounts accounts;
    private final FindDevice devices;
    private final KerberosBook book;
    private final FilmParts parts;
    private final KeepForeign keep;
    private final Stores stores;
    private final Clock clock;

    @Inject
    public BeginFilm(
            TenantWork work,
            VaultAccounts accounts,
            FindDevice devices,
            KerberosBook book,
            FilmParts parts,
            KeepForeign keep,
            Stores stores,
            Clock clock) {
        this.work = work;
        this.accounts = accounts;
        this.devices = devices;
        this.book = book;
        this.parts = parts;
        this.keep = keep;
        this.stores = stores;
        this.clock = clock;
    }

    /** @param bytes empty when its sender does not know: as many as a film may have at most have to have room then */
    Taken begin(Admitted in, Sending sending, OptionalLong bytes) {
        if (bytes.isPresent() && bytes.getAsLong() < 1) {
            return new Taken.Refused(Why.NO_FILM);
        }
        if (bytes.orElse(1) > FilmParts.MOST_BYTES) {
            return new Taken.Refused(Why.TOO_LARGE);
        }
        return work.as(in.tenant(), () -> within(in, sending, bytes));
    }

    private Taken within(Admitted in, Sending sending, OptionalLong bytes) {
        // before anything is counted: of two that begin at once, the second counts the first
        Optional<VaultAccount> account = accounts.lock(in.tenant(), in.account());
        Coming coming = book.coming(in.tenant(), in.account(), clock.instant());
        if (coming.films() >= MOST_OPEN) {
            return new Taken.Refused(Why.BUSY);
        }
        Optional<KerberosDevice> device = devices.of(in, sending.device(), sending.camera());
        if (device.isEmpty() || account.isEmpty()) {
            return new Taken.Refused(Why.NO_CAMERA);
        }
        LongSupplier ofAll = () -> book.comingBytes(in.tenant(), clock.instant());
        Optional<Why> full = full(account.get(), coming, ofAll, bytes.orElse(FilmParts.MOST_BYTES));
        if (full.isPresent()) {
            return new Taken.Refused(full.get());
        }
        device.get().sendsTo(account.get().directory().orElse(sending.directory()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var upload = new KerberosUpload(
                device.get(),
                account.get().provider().or(() -> stores.main(in.tenant())),
                sending.startedAt().orElse(now.minus(sending.duration())),
                sending.duration(),
                bytes,
                now);
        book.add(in.tenant(), upload);
        return new Taken.Open(upload.id(), 0, bytes, parts.until(upload));
    }

    /** Why so many bytes that have come may not stay. Whatever else is coming found their room taken when it began. */
    Optional<Why> full(VaultAccount account, long bytes) {
        return full(account, Coming.NOTHING, () -> 0, bytes);
    }

    /**
     * Why so many bytes may not come beside what is coming under this account. The account is locked by whoever calls.
     *
     * @param ofAll the bytes that are coming under any account of the tenant; asked only where it has a quota
     */
    private Optional<Why> full(VaultAccount account, Coming coming, LongSupplier ofAll, long bytes) {
        if (!account.dayHasRoom(coming.films() + 1, coming.bytes() + bytes, clock.instant())) {
            return Optional.of(Why.DAY_FULL);
        }
        Long quota = account.limits().quotaBytes();
        boolean over = quota != null && book.kept(account.tenant(), account.id()) + coming.bytes() + bytes > quota;
        return over || !keep.fits(account.tenant(), ofAll, bytes) ? Optional.of(Why.NO_ROOM) : Optional.empty();
    }
}
