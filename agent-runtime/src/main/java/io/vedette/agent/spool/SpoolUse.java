package io.vedette.agent.spool;

/**
 * How full the edge is.
 *
 * @param bytes of closed recordings
 * @param diskFreePercent of the file system the spool lies on, 0 to 100
 */
public record SpoolUse(long bytes, int diskFreePercent) {}
