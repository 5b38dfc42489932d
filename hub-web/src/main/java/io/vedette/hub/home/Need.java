package io.vedette.hub.home;

import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.platform.web.Messages;
import java.util.List;
import java.util.Locale;

/** Something on the first page that somebody should look after: what, why, and where to go about it. */
public record Need(CameraLine camera, String title, String why) {

    static Need of(CameraLine camera, Locale language) {
        String key = "home.need." + camera.state();
        var since = camera.since();
        List<Object> values = since == null ? List.of() : List.of(since.words());
        return new Need(
                camera,
                Messages.text(language, key + ".title", camera.name()),
                Messages.text(language, since == null ? key + ".why" : key + ".why.since", values));
    }
}
