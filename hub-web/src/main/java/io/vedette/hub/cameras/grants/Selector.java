package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;

/** Which cameras a grant is about. All but the first mean the cameras that fit at the moment of asking. */
public sealed interface Selector {
    record OneCamera(CameraId camera) implements Selector {}

    /** With all groups within it. */
    record WholeGroup(GroupId group) implements Selector {}

    record WholeSite(SiteId site) implements Selector {}

    record Tagged(Tag tag) implements Selector {}

    record EveryCamera() implements Selector {}
}
