package io.vedette.vault;

/** A part that the store has whole; its length in bytes. */
public record SentPart(int number, long bytes) {}
