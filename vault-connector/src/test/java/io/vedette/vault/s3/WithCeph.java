package io.vedette.vault.s3;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One gateway for all tests of a run, started by the first and ended by JUnit. Where none can be had, each test is skipped. */
final class WithCeph implements BeforeEachCallback {
    private static volatile Gateway gateway;

    static Gateway gateway() {
        return gateway;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        gateway = context.getRoot()
                .getStore(Namespace.create(WithCeph.class))
                .getOrComputeIfAbsent(Gateway.class, key -> Gateway.start(), Gateway.class);
    }
}
