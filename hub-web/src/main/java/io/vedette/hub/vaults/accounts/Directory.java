package io.vedette.hub.vaults.accounts;

import io.vedette.hub.tenancy.Name;

/** What an agent of Kerberos calls the folder it sends to. Here it is a word and nothing else: no path and no key is made of it. */
public record Directory(String value) {
    public static final int MOST = 100;

    public Directory {
        if (value.isBlank() || value.length() > MOST || value.codePoints().anyMatch(Name::refused)) {
            throw new IllegalArgumentException("a directory has 1 to 100 characters and no control characters");
        }
    }
}
