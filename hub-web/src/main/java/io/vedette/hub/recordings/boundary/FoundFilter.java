package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.Place;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What narrows a list of recordings across cameras, as it stands in the address. */
public class FoundFilter {
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
                Asked.given(place).map(text -> Asked.choice("place", text, List.of(Place.values()), FoundFilter::code)),
                Asked.given(from).map(text -> Asked.instant("from", text)).orElse(Instant.EPOCH),
                Asked.given(to).map(text -> Asked.instant("to", text)).orElse(Asked.LAST));
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

    private static String code(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}
