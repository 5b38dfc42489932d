package io.vedette.hub.tenancy;

import java.util.Locale;

/** What a tenant may use only so much of, if a quota is set. */
public enum Limit {
    /** Cameras that are there; not those that were taken away, paired or not. */
    CAMERAS,
    /** People and programs that have come in and have not left, the suspended ones too, and invitations that still wait. */
    ACCOUNTS,
    /** Bytes of recordings in the vault, and of those on their way into it. What is at the edge does not count. */
    STORED_BYTES,
    /** Begun minutes of live views in a calendar month of UTC: two views of one camera are two. */
    LIVE_MINUTES;

    /** As it stands in documents, forms and keys of words: {@code stored-bytes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
