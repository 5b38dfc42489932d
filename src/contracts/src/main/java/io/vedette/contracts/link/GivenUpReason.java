package io.vedette.contracts.link;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an agent gave up recordings at the edge. */
public enum GivenUpReason {
    /** The limit of bytes that its owner set. */
    BYTES,
    /** Others than recordings need room on its disk. */
    FREE_SPACE,
    AGE,
    /** The disk refused a write. */
    DISK_FULL,
    /** The file was missing when the agent started. */
    FILE_MISSING,
    /** Somebody wanted it deleted. */
    ASKED,
    /** A reason this side does not know yet. */
    @JsonEnumDefaultValue
    OTHER
}
