package io.vedette.agent.scripted;

/** How far the scripted hub gets with a new key. */
public enum Renewals {
    AND_SAYS_SO,
    /** It has kept the key, and dies before it can tell. */
    IN_SILENCE,
    /** It dies before it keeps the key. */
    NOT
}
