package io.vedette.hub.analysis;

/** A label of a recording, with the best confidence at which any engine saw it. */
public record SeenLabel(Label label, Confidence confidence) {}
