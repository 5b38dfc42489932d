package io.vedette.hub.recordings.control;

import io.vedette.hub.recordings.entity.RecordingMove.Blames;

/** What keeps a move from going on, and who can mend it. The first copy is as it was. */
final class MoveFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Blames blames;

    MoveFailed(Blames blames, Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.blames = blames;
    }

    MoveFailed(Blames blames, String what) {
        super(what);
        this.blames = blames;
    }

    Blames blames() {
        return blames;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}
