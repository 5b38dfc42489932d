package io.vedette.hub.platform.deed;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that was done, as the audit log keeps it.
 *
 * @param camera the camera it is about, if it is about one; its name is kept with it
 * @param from where it is about watching: the span that was watched
 * @param detail more, by name; never a secret
 */
public record Deed(
        DeedKind kind,
        About about,
        Optional<UUID> camera,
        Optional<Instant> from,
        Optional<Instant> to,
        Map<String, String> detail) {

    /**
     * What it was done to.
     *
     * @param kind a word: {@code camera}, {@code site}
     * @param name as it is called at that time
     */
    public record About(String kind, String id, String name) {
        public About {
            id = KeptText.of(id, KeptText.ID);
            name = KeptText.of(name, KeptText.NAME);
        }
    }

    public Deed {
        var kept = new TreeMap<String, String>();
        detail.forEach((name, value) -> kept.put(name, KeptText.of(value, KeptText.DETAIL)));
        detail = Map.copyOf(kept);
    }

    public static Deed of(DeedKind kind, String about, Object id, String name) {
        return new Deed(
                kind,
                new About(about, id.toString(), name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** About a camera, which is the subject itself; its name is read when the deed is written. */
    public static Deed ofCamera(DeedKind kind, UUID camera) {
        return of(kind, "camera", camera, "").camera(camera);
    }

    public Deed camera(UUID one) {
        return new Deed(kind, about, Optional.of(one), from, to, detail);
    }

    public Deed span(Instant begin, Instant end) {
        return new Deed(kind, about, camera, Optional.of(begin), Optional.of(end), detail);
    }

    public Deed with(String name, Object value) {
        var more = new TreeMap<>(detail);
        more.put(name, value.toString());
        return new Deed(kind, about, camera, from, to, more);
    }
}
