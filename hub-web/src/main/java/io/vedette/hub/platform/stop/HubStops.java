package io.vedette.hub.platform.stop;

/** Fired once, when the hub was told to stop: whoever holds connections asks for their end and does not wait for it. */
public record HubStops() {}
