package io.vedette.agent.config;

/**
 * How recordings are sent.
 *
 * @param kbitPerSecond most of the uplink that they take, in 1,000 bits per second; zero for all of it
 * @param watchedKbitPerSecond the same, while live pictures are sent
 */
public record SendingRules(long kbitPerSecond, long watchedKbitPerSecond) {
    public static final SendingRules USUAL = new SendingRules(0, 512);
}
