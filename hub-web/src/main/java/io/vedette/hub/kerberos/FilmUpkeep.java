package io.vedette.hub.kerberos;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws away films that nobody goes on sending. */
@Singleton
public class FilmUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(FilmUpkeep.class);
    /** An agent sends again what it had no answer for; by then it has long given up, or its disk has. */
    private static final Duration REMEMBERED = Duration.ofDays(90);
    /** Between a part and its row lies nothing that takes so long. */
    private static final Duration ROWLESS = Duration.ofHours(1);

    private final TenantWork work;
    private final Tenants tenants;
    private final KerberosBook book;
    private final FilmParts parts;
    private final ForgetFilm forgetting;
    private final FilmsInHand hand;
    private final Clock clock;

    @Inject
    public FilmUpkeep(
            TenantWork work,
            Tenants tenants,
            KerberosBook book,
            FilmParts parts,
            ForgetFilm forgetting,
            FilmsInHand hand,
            Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.book = book;
        this.parts = parts;
        this.forgetting = forgetting;
        this.hand = hand;
        this.clock = clock;
    }

    public void run() {
        List<UploadId> held = parts.held(); // before the rows: a part never comes before its row
        Set<UploadId> known = new HashSet<>();
        for (TenantId tenant : tenants.all()) {
            for (KerberosUpload upload : work.as(tenant, () -> book.uploads(tenant))) {
                known.add(upload.id());
                if (!parts.until(upload).isAfter(clock.instant())) {
                    guarded(upload.id(), () -> forgetting.now(tenant, upload));
                }
            }
            work.run(tenant, () -> book.forgetStored(tenant, clock.instant().minus(REMEMBERED)));
        }
        Instant before = clock.instant().minus(ROWLESS);
        held.stream()
                .filter(upload -> !known.contains(upload))
                .filter(upload -> parts.lastByteAt(upload)
                        .filter(last -> last.isAfter(before))
                        .isEmpty())
                .forEach(upload -> guarded(upload, () -> parts.forget(upload)));
    }

    /** One that fails must not keep the others waiting; it is tried again. So is one that somebody has in hand. */
    private void guarded(UploadId upload, Runnable ending) {
        try {
            var unused = hand.alone(upload, () -> {
                ending.run();
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error("what is left of upload {} could not be thrown away", upload, e);
        }
    }
}
