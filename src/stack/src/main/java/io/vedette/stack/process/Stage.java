package io.vedette.stack.process;

/** What a child is built on: children of a later stage go before those of an earlier one. */
public enum Stage {
    DATABASE,
    SERVER,
    EDGE
}
