package io.vedette.hub.fleet;

import java.util.List;

/**
 * The time zones a form offers.
 *
 * @param here that of the hub, chosen until somebody chooses
 */
public record ZoneChoice(List<String> names, String here) {}
