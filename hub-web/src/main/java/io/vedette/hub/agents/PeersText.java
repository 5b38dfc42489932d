package io.vedette.hub.agents;

/** What an agent tells for people to read: no control characters (PostgreSQL keeps no NUL, a log no second line), not without end. */
final class PeersText {
    private PeersText() {}

    static String of(String told, int most) {
        return told.substring(0, Math.min(told.length(), most)).replaceAll("\\p{Cntrl}", "?");
    }
}
