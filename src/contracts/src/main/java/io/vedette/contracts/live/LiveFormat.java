package io.vedette.contracts.live;

/**
 * Said (text, JSON) before the first binary message and whenever the stream's format changes, by the publisher to the
 * hub and by the hub to each viewer. An initialisation segment follows.
 *
 * @param mime as {@code MediaSource.isTypeSupported} wants it, codecs included
 */
public record LiveFormat(String mime, int width, int height) {}
