package io.vedette.contracts.live;

import io.vedette.contracts.id.LiveSessionId;

/**
 * The first message (text, JSON) on a publishing socket: what the agent was told in {@code live.start}.
 * The ticket travels in the message and not in the address, which proxies write into their logs.
 */
public record PublishHello(LiveSessionId session, int generation, String ticket) {}
