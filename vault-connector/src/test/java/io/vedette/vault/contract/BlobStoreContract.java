package io.vedette.vault.contract;

/** All of it. {@code testee()} gives the same store within one test, and it is empty at the test's begin. */
public interface BlobStoreContract
        extends PutBlobContract,
                BigBlobContract,
                AdoptBlobContract,
                ReadBlobContract,
                DeleteBlobContract,
                ListBlobContract {}
