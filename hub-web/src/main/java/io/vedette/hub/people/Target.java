package io.vedette.hub.people;

import io.vedette.hub.cameras.GrantWish;
import java.time.ZoneId;

/**
 * Something a grant can be about, as an entry of a choice.
 *
 * @param value {@code camera:<id>} or {@code group:<id>}
 * @param label its words in the choice: with the site, where cameras of several sites may share a name
 * @param zone of its site: "until" is typed and read there
 */
public record Target(String value, String name, String label, boolean group, ZoneId zone, GrantWish.What what) {}
