package io.vedette.hub.kerberos;

import io.vedette.contracts.media.FileScan;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.kerberos.FilmParts.Looked;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.KeepForeign;
import io.vedette.hub.recordings.control.KeepForeign.Film;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.hub.vaults.accounts.VaultAccount;
import io.vedette.hub.vaults.accounts.VaultAccounts;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Finishing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After the last byte of a film: whether it is one, whether it was here before, whether there is room, and into the vault. May be
 * asked again after a crash at any point. Outside any transaction.
 */
@Singleton
public class FinishFilm {
    private static final Logger LOG = LoggerFactory.getLogger(FinishFilm.class);

    private final TenantWork work;
    private final VaultAccounts accounts;
    private final BeginFilm limits;
    private final Cameras cameras;
    private final KerberosBook book;
    private final FilmParts parts;
    private final KeepForeign keep;
    private final ForgetFilm forgetting;
    private final FilmsInHand hand;
    private final Clock clock;

    @Inject
    public FinishFilm(
            TenantWork work,
            VaultAccounts accounts,
            BeginFilm limits,
            Cameras cameras,
            KerberosBook book,
            FilmParts parts,
            KeepForeign keep,
            ForgetFilm forgetting,
            FilmsInHand hand,
            Clock clock) {
        this.work = work;
        this.accounts = accounts;
        this.limits = limits;
        this.cameras = cameras;
        this.book = book;
        this.parts = parts;
        this.keep = keep;
        this.forgetting = forgetting;
        this.hand = hand;
        this.clock = clock;
    }

    Taken finish(Admitted in, KerberosUpload upload) {
        return hand.alone(upload.id(), () -> guarded(in, upload)).orElseGet(() -> new Taken.Refused(Why.BUSY));
    }

    /** Of one whose first bytes show that it is no film. */
    Taken refuse(Admitted in, KerberosUpload upload) {
        return hand.alone(upload.id(), () -> noFilm(in, upload)).orElseGet(() -> new Taken.Refused(Why.BUSY));
    }

    private Taken noFilm(Admitted in, KerberosUpload upload) {
        LOG.info("vault account {} sent what is no film", in.account());
        return end(in, upload, new Taken.Refused(Why.NO_FILM));
    }

    private Taken guarded(Admitted in, KerberosUpload upload) {
        try {
            return there(in, upload) ? whole(in, upload) : gone(upload);
        } catch (BlobStoreFault fault) {
            LOG.warn("the vault does not take a film of vault account {}: {}", in.account(), fault.getMessage());
            return new Taken.Refused(fault.kind() == BlobStoreFault.Kind.QUOTA ? Why.NO_ROOM : Why.BUSY);
        }
    }

    /** Asked with it in hand: whoever had it before may have made the recording, to which its id belongs since. */
    private boolean there(Admitted in, KerberosUpload upload) {
        return work.as(in.tenant(), () -> book.upload(in.tenant(), in.account(), upload.id()))
                .isPresent();
    }

    private Taken gone(KerberosUpload upload) {
        parts.forget(upload.id());
        return new Taken.Refused(Why.UNKNOWN);
    }

    private Taken whole(Admitted in, KerberosUpload upload) {
        Optional<Looked> looked = parts.look(upload.id());
        if (looked.isEmpty()) {
            return noFilm(in, upload);
        }
        return switch (parts.finish(looked.get().plan())) {
            case Finishing.Verified verified -> {
                var why = new AtomicReference<Taken>(new Taken.Refused(Why.NO_ROOM));
                boolean kept = keep.keep(
                        film(in, upload, looked.get()), verified.file(), () -> wanted(in, upload, looked.get(), why));
                yield end(in, upload, kept ? stored(looked.get()) : why.get());
            }
            case Finishing.Mismatch changed -> new Taken.Refused(Why.BUSY);
            case Finishing.Incomplete less -> new Taken.Refused(Why.BUSY);
            case Finishing.Cancelled over -> new Taken.Refused(Why.UNKNOWN);
        };
    }

    /** A duration that the file does not tell is what its sender said. */
    private static Film film(Admitted in, KerberosUpload upload, Looked looked) {
        FileScan scan = looked.scan();
        long duration =
                scan.durationMs() > 0 ? scan.durationMs() : upload.duration().toMillis();
        return new Film(
                in.tenant(),
                upload.recording(),
                upload.camera(),
                upload.device(),
                upload.startedAt(),
                new FileScan(scan.wholeBytes(), scan.fragments(), duration, scan.description()),
                looked.plan().sha256(),
                upload.provider());
    }

    /**
     * In the transaction of its row: nobody else counts with this account meanwhile. The account is locked before the tenant's quota, as
     * it is when a film begins; what is here already needs no room.
     */
    private boolean wanted(Admitted in, KerberosUpload upload, Looked looked, AtomicReference<Taken> why) {
        Optional<VaultAccount> account =
                accounts.lock(in.tenant(), in.account()).filter(VaultAccount::enabled);
        if (account.isEmpty() || cameras.find(in.tenant(), upload.camera()).isEmpty()) {
            why.set(new Taken.Refused(Why.NO_CAMERA));
            return false;
        }
        if (book.stored(in.tenant(), upload.device(), looked.plan().sha256())) {
            why.set(stored(looked));
            return false;
        }
        Optional<Why> full = limits.full(account.get(), looked.plan().bytes());
        if (full.isPresent()) {
            why.set(new Taken.Refused(full.get()));
            return false;
        }
        if (!book.claim(in.tenant(), upload.id(), clock.instant())) {
            why.set(new Taken.Refused(Why.UNKNOWN));
            return false;
        }
        account.get().sent(looked.plan().bytes(), clock.instant());
        book.add(
                in.tenant(),
                new StoredFilm(
                        upload.recording(), upload.device(), looked.plan().sha256(), clock.instant()));
        return true;
    }

    private static Taken stored(Looked looked) {
        return new Taken.Stored(looked.plan().bytes());
    }

    private Taken end(Admitted in, KerberosUpload upload, Taken answer) {
        forgetting.now(in.tenant(), upload);
        return answer;
    }
}
