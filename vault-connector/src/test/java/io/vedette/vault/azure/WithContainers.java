package io.vedette.vault.azure;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One server for all test classes of a run, started by the first and ended by JUnit; where none can be had, they are skipped. */
final class WithContainers implements BeforeAllCallback {
    private static volatile ContainerServer server;

    static ContainerServer server() {
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(Namespace.create(WithContainers.class))
                .getOrComputeIfAbsent(ContainerServer.class, key -> ContainerServer.start(), ContainerServer.class);
    }
}
