package io.vedette.agent.motion;

/**
 * A watched picture as a JPEG file.
 *
 * @param telling it shows more of what moves than those before it; else it only shows what there was to see
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Shot(byte[] jpeg, boolean telling) {}
