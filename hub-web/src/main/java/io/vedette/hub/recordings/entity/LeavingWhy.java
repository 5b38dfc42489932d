package io.vedette.hub.recordings.entity;

/** Why a recording is deleted from the vault. */
public enum LeavingWhy {
    /** It was kept for as many days as its rule says. */
    AGE,
    /** What its rule allows was full, and it was the oldest. */
    ROOM,
    /** The hub's own disk was nearly full, and it was the oldest that has a rule. */
    DISK,
    /** It is the beginning of a recording of which the vault has the whole. */
    WHOLE
}
