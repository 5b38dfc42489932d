package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Adds a camera from a form, and the site it stands at when that is new as well: the way in for an empty tenant. */
@Singleton
public class AddCamera {
    /** The entry of the choice of places that means: another site, named below. */
    static final String NEW_SITE = "new";

    private final Cameras cameras;
    private final Sites sites;

    @Inject
    public AddCamera(Cameras cameras, Sites sites) {
        this.cameras = cameras;
        this.sites = sites;
    }

    /** Empty when something in the form is wrong, which is noted there; nothing was changed then. */
    Optional<CameraId> add(Viewer viewer, FormInput form) {
        boolean room = cameras.room(viewer) || form.refuse("name", "form.camera.quota");
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Optional<Place.Chosen> place = NEW_SITE.equals(form.text("place"))
                ? newSite(viewer, form, room && name.isPresent())
                : form.read("place", text -> Place.read(text, viewer, sites), "form.place.wrong");
        if (!room || name.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(cameras.add(viewer, place.get().site(), place.get().group(), name.get())
                .id());
    }

    private Optional<Place.Chosen> newSite(Viewer viewer, FormInput form, boolean go) {
        Optional<Name> name = form.read("site", Name::new, "form.name.wrong");
        var zone = form.read("zone", Zones::read, "form.zone.wrong");
        if (!go || name.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        var site = sites.add(viewer, SiteId.fresh(), name.get(), zone.get());
        return Optional.of(new Place.Chosen(site.id(), Optional.empty()));
    }
}
