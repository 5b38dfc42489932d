package io.vedette.agent.spool;

/** How closely recordings are looked at. Each deeper look costs about as much more as the one before it took. */
public enum Depth {
    /** That the files are there: one reading of the folder. What every start does. */
    NAMES,
    /** And how long they are: one question to the file system for each. */
    SIZES,
    /** And what is in them: every byte is read. */
    HASHES
}
