package io.vedette.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * How recordings leave the edge.
 *
 * @param kbitPerSecond most of the uplink that they take, in 1,000 bits per second; zero for all of it
 * @param watchedKbitPerSecond the same, while live pictures are sent
 * @param secondary where copies go; null for nowhere
 */
public record SendingRules(
        long kbitPerSecond,
        long watchedKbitPerSecond,
        @Nullable SecondaryRules secondary) {
    public static final SendingRules USUAL = new SendingRules(0, 512, null);
}
