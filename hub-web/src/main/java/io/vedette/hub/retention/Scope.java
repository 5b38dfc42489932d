package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;

/** What a rule is set on. */
public sealed interface Scope {
    Scope EVERYTHING = new Everything();

    /** Everything of the tenant. */
    record Everything() implements Scope {}

    record OneSite(SiteId site) implements Scope {}

    record OneCamera(CameraId camera) implements Scope {}

    /** The nearer one to a camera has the larger number. */
    default int nearness() {
        return switch (this) {
            case Everything everything -> 0;
            case OneSite site -> 1;
            case OneCamera camera -> 2;
        };
    }
}
