package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import java.time.Instant;

/**
 * What is known of a recording when it begins. Written down before its file exists, so that a recording ended by a crash
 * keeps its label.
 *
 * @param startedAt when its first picture was taken, by the agent's clock
 * @param mime as a browser wants it, codecs included
 */
public record RecordingDraft(
        RecordingId id, Instant startedAt, String mime, int width, int height, Delivery delivery) {}
