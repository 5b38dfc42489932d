package io.vedette.hub.recordings.control;

import io.vedette.vault.BlobStoreFault;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the vault took what was last brought to it. A full or broken disk is said once in the log, not for every piece that
 * every agent brings meanwhile. Any thread.
 */
@Singleton
public class VaultRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(VaultRefusals.class);

    private final AtomicBoolean refusing = new AtomicBoolean();

    void refused(BlobStoreFault fault) {
        if (refusing.compareAndSet(false, true)) {
            LOG.error(
                    "the vault takes nothing: uploads wait and agents keep their recordings until it does; make room on its"
                            + " disk, or mend what is wrong with it",
                    fault);
        }
    }

    void took() {
        if (refusing.compareAndSet(true, false)) {
            LOG.info("the vault takes recordings again");
        }
    }

    public boolean refusing() {
        return refusing.get();
    }
}
