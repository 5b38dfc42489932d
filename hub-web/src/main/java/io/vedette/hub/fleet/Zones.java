package io.vedette.hub.fleet;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The time zones a site can be in: those with rules of a place, by their names in the IANA time zone database. */
final class Zones {
    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name ->
                    name.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
            .sorted()
            .toList();

    private Zones() {}

    static ZoneChoice choice() {
        String here = ZoneId.systemDefault().getId();
        return new ZoneChoice(NAMES, NAMES.contains(here) ? here : "UTC");
    }

    /** As {@link #choice()}, for a site that is in one already, which may be none of those that are offered else. */
    static ZoneChoice choice(ZoneId now) {
        return NAMES.contains(now.getId())
                ? choice()
                : new ZoneChoice(
                        Stream.concat(Stream.of(now.getId()), NAMES.stream()).toList(), now.getId());
    }

    static ZoneId read(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new DateTimeException("not a time zone");
        }
        return ZoneId.of(name);
    }
}
