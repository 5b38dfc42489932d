package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.Place;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What narrows a list of recordings across cameras, as it stands in the address. */
public class FoundFilter {
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    @QueryParam("site")
    private @Nullable String site;

    @QueryParam("camera")
    private @Nullable String camera;

    @QueryParam("place")
    private @Nullable String place;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    /** Refuses what cannot be read. */
    FoundRecordings.Filter read() {
        return new FoundRecordings.Filter(
                Asked.given(site).map(text -> InPath.id(text, SiteId::of)),
                Asked.given(camera).map(text -> InPath.id(text, CameraId::of)),
                Asked.given(place).map(FoundFilter::place),
                Asked.given(from).map(FoundFilter::instant).orElse(Instant.EPOCH),
                Asked.given(to).map(FoundFilter::instant).orElse(LAST));
    }

    Address on(Address list) {
        return list.with("site", site)
                .with("camera", camera)
                .with("place", place)
                .with("from", from)
                .with("to", to);
    }

    /** As it was given, for the address of the next page. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "site", site);
        put(given, "camera", camera);
        put(given, "place", place);
        put(given, "from", from);
        put(given, "to", to);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        Asked.given(value).ifPresent(text -> given.put(name, text));
    }

    private static Place place(String code) {
        return Arrays.stream(Place.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(Asked::invalid);
    }

    private static Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                throw Asked.invalid();
            }
            return at;
        } catch (DateTimeException e) {
            throw Asked.invalid();
        }
    }
}
