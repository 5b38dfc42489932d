package io.vedette.hub.fleet.removal;

/** What would go with something, in the interface for programs; to be named by its entity tag when it is taken away. */
public record RemovalDocument(
        String name,
        long groups,
        long cameras,
        long staying,
        long agents,
        long grants,
        long recordings,
        long vaultBytes,
        long uploads) {
    static RemovalDocument of(Toll toll) {
        return new RemovalDocument(
                toll.name(),
                toll.groups(),
                toll.cameras(),
                toll.staying(),
                toll.agents(),
                toll.grants(),
                toll.recordings(),
                toll.vaultBytes(),
                toll.uploads());
    }
}
