package io.vedette.agent.secondary;

import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;

/** Where copies go. Each kind of store has one. */
public interface SecondaryPlace {
    /**
     * The store, if it is there now. May take as long as the place takes to answer.
     *
     * @throws BlobStoreFault when it is not, with a sentence for whoever runs the agent
     */
    BlobStore open();
}
