package io.vedette.agent.motion;

/**
 * What is kept of the motion in one recording: for the timeline, and for looking for motion in a part of the picture later.
 */
public record MotionSummary(MotionMinutes minutes, HeatGrid heat) {}
