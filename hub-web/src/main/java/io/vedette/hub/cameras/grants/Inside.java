package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import java.util.Set;

/**
 * What lies inside a grant, and so can be passed on of it.
 *
 * @param cameras those that it and all grants above it name
 * @param whole sites, groups, tags, or every camera, as far as all cameras that they mean now are among these
 */
public record Inside(Set<CameraId> cameras, Set<Selector> whole) {
    public Inside {
        cameras = Set.copyOf(cameras);
        whole = Set.copyOf(whole);
    }

    public boolean holds(Selector what) {
        return what instanceof Selector.OneCamera one ? cameras.contains(one.camera()) : whole.contains(what);
    }
}
