package io.vedette.hub.vaults.accounts;

/** Who sends with a key pair. */
public enum AccountKind {
    /** Agents of Kerberos. They encrypt their beat with the secret, so that the hub has to be able to read it: it is kept sealed. */
    KERBEROS,
    /** A program of the owner's. Its secret is kept as a hash. */
    SCRIPT
}
