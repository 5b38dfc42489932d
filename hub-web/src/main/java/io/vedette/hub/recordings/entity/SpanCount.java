package io.vedette.hub.recordings.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What asking for a time came to. Cameras that the asker does not see are in none of these. */
@Embeddable
public class SpanCount {
    @Column(nullable = false, updatable = false)
    private int cameras;

    @Column(nullable = false, updatable = false)
    private int denied;

    @Column(nullable = false, updatable = false)
    private int empty;

    @Column(nullable = false, updatable = false)
    private int asked;

    @Column(nullable = false, updatable = false)
    private int here;

    @Column(name = "under_way", nullable = false, updatable = false)
    private int underWay;

    @Column(nullable = false, updatable = false)
    private int lost;

    protected SpanCount() {}

    /**
     * Nothing found yet.
     *
     * @param cameras whose recordings may be asked for
     * @param denied cameras that are seen, and whose recordings may not be asked for
     * @param empty of {@code cameras}, those without a recording in that time
     */
    public SpanCount(int cameras, int denied, int empty) {
        this.cameras = cameras;
        this.denied = denied;
        this.empty = empty;
    }

    /** What one recording of that time came to. */
    public enum Came {
        ASKED,
        /** In the vault already. */
        HERE,
        /** Somebody asked for it before, or the agent's rule sends it. */
        UNDER_WAY,
        /** Given up by the edge, or with an agent that is spoken with no more. */
        LOST
    }

    public void add(Came came) {
        switch (came) {
            case ASKED -> asked++;
            case HERE -> here++;
            case UNDER_WAY -> underWay++;
            case LOST -> lost++;
        }
    }

    public int cameras() {
        return cameras;
    }

    public int denied() {
        return denied;
    }

    public int empty() {
        return empty;
    }

    public int asked() {
        return asked;
    }

    public int here() {
        return here;
    }

    public int underWay() {
        return underWay;
    }

    public int lost() {
        return lost;
    }
}
