package io.vedette.hub.recordings.entity;

/** Where a recording's bytes are. */
public enum Place {
    /** With the agent that recorded it, as far as we know. */
    EDGE,
    /** Verified in the vault; whether the edge still has it does not matter. */
    VAULT,
    /** Being deleted from the vault: some of it may be there, and nobody gets it. There is no way back. */
    LEAVING,
    /** Nowhere: the edge gave it up before anybody asked for it. The row stays, so that people see why. */
    GONE
}
