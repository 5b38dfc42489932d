package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.LabelWish;
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
import java.util.stream.Stream;
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

    /** Several are one part each, or one part with commas. */
    @QueryParam("label")
    private @Nullable List<String> label;

    @QueryParam("confidence")
    private @Nullable String confidence;

    /** Refuses what cannot be read. */
    FoundRecordings.Filter read() {
        return new FoundRecordings.Filter(
                Asked.given(site).map(text -> InPath.id(text, SiteId::of)),
                Asked.given(camera).map(text -> InPath.id(text, CameraId::of)),
                Asked.given(place).map(text -> Asked.choice("place", text, List.of(Place.values()), FoundFilter::code)),
                Asked.given(from).map(text -> Asked.instant("from", text)).orElse(Instant.EPOCH),
                Asked.given(to).map(text -> Asked.instant("to", text)).orElse(Asked.LAST),
                seen());
    }

    private LabelWish seen() {
        List<Label> labels = words().map(FoundFilter::label).distinct().toList();
        if (labels.size() > LabelWish.MOST) {
            throw Asked.misread("label", String.join(",", words().toList()), "labels");
        }
        return new LabelWish(labels, least());
    }

    private Confidence least() {
        return Asked.given(confidence)
                .map(text -> {
                    try {
                        return new Confidence(Double.parseDouble(text));
                    } catch (IllegalArgumentException e) {
                        throw Asked.misread("confidence", text, "share");
                    }
                })
                .orElse(Confidence.NONE);
    }

    private static Label label(String text) {
        try {
            return new Label(text);
        } catch (IllegalArgumentException e) {
            throw Asked.misread("label", text, "label");
        }
    }

    private Stream<String> words() {
        return label == null
                ? Stream.empty()
                : label.stream()
                        .flatMap(text -> Stream.of(text.split(",")))
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .distinct();
    }

    private @Nullable String joined() {
        return words().reduce((a, b) -> a + "," + b).orElse(null);
    }

    Address on(Address list) {
        return list.with("site", site)
                .with("camera", camera)
                .with("place", place)
                .with("from", from)
                .with("to", to)
                .with("label", joined())
                .with("confidence", confidence);
    }

    /** As it was given, for the address of the next page. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "site", site);
        put(given, "camera", camera);
        put(given, "place", place);
        put(given, "from", from);
        put(given, "to", to);
        put(given, "label", joined());
        put(given, "confidence", confidence);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        Asked.given(value).ifPresent(text -> given.put(name, text));
    }

    private static String code(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}
