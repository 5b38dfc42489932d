package io.vedette.agent;

/** What runs at the edge until it is closed. */
sealed interface Edge extends AutoCloseable permits EdgeAgent, EdgeVault {
    @Override
    void close();
}
