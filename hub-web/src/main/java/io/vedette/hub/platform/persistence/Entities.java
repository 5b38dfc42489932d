package io.vedette.hub.platform.persistence;

import java.util.List;

/** A feature names its entities by producing one of these; the floor cannot know them. */
public record Entities(List<Class<?>> classes) {
    public static Entities of(Class<?>... classes) {
        return new Entities(List.of(classes));
    }
}
