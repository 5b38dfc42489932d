package io.vedette.agent.link;

import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the edge: with each heartbeat, and what was given up when it has changed.
 *
 * @param spoolBytes bytes of recordings kept
 * @param diskFreePercent of the file system they lie on
 * @param ordered for how long it will still record because somebody asked
 * @param givenUp null when it is not known now
 */
public record Vitals(
        CameraState camera,
        long spoolBytes,
        int diskFreePercent,
        Duration ordered,
        FromAgent.@Nullable GivenUp givenUp) {}
