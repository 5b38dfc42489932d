package io.vedette.vault.azure;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One server for all tests of a run, started by the first and ended by JUnit. Where none can be had, each test is skipped: a class skipped
 * as a whole would not be counted.
 */
final class WithContainers implements BeforeEachCallback {
    private static volatile ContainerServer server;

    static ContainerServer server() {
        return server;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server = context.getRoot()
                .getStore(Namespace.create(WithContainers.class))
                .getOrComputeIfAbsent(ContainerServer.class, key -> ContainerServer.start(), ContainerServer.class);
    }
}
