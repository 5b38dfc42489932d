package io.vedette.hub.kerberos;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.KeepForeign;
import io.vedette.vault.BlobStoreFault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away a film that is not to become a recording, also what a crash has left of it in a store. Its row expires first: from then
 * on nobody makes a recording of it, so that what lies in the store is nobody's. It goes last, so that a stop in between is made good
 * by the next upkeep. With the film in hand, outside any transaction.
 */
@Singleton
public class ForgetFilm {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetFilm.class);

    private final TenantWork work;
    private final KerberosBook book;
    private final FilmParts parts;
    private final KeepForeign keep;

    @Inject
    public ForgetFilm(TenantWork work, KerberosBook book, FilmParts parts, KeepForeign keep) {
        this.work = work;
        this.book = book;
        this.parts = parts;
        this.keep = keep;
    }

    /** Of one that has become a recording, only what may be left of its parts. */
    void now(TenantId tenant, KerberosUpload upload) {
        parts.forget(upload.id());
        if (!work.as(tenant, () -> book.expire(tenant, upload.id()))) {
            return;
        }
        try {
            keep.discard(tenant, upload.recording(), upload.camera(), upload.startedAt(), upload.provider());
            work.run(tenant, () -> book.drop(tenant, upload.id()));
        } catch (BlobStoreFault fault) {
            LOG.warn("what is left of upload {} is thrown away later: {}", upload.id(), fault.getMessage());
        }
    }
}
