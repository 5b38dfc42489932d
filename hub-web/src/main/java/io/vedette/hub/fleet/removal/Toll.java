package io.vedette.hub.fleet.removal;

/**
 * What goes when something is taken away.
 *
 * @param name what it is called
 * @param groups that go, itself included when it is one
 * @param cameras that go
 * @param staying cameras that stay, without their group or tag
 * @param agents that are revoked
 * @param grants that are taken back, with what was passed on from them
 * @param recordings in the vault or still at the edge
 * @param vaultBytes of those in the vault
 * @param uploads under way
 * @param state another one as soon as other groups, cameras or grants would go. What cameras record meanwhile does not change it:
 *     else nobody could ever agree about one that records
 */
public record Toll(
        String name,
        long groups,
        long cameras,
        long staying,
        long agents,
        long grants,
        long recordings,
        long vaultBytes,
        long uploads,
        String state) {
    /** Whether something that was recorded goes: then the name has to be typed. */
    public boolean heavy() {
        return cameras > 0;
    }
}
