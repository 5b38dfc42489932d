package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The hold of a recording on its page. Why and by whom is said to those who may set one.
 *
 * @param canSet it makes sense, and the viewer may
 * @param since in words; empty when it is not on hold
 * @param typed what was typed and is no reason
 * @param error key of what is wrong with it; empty when nothing is
 */
public record HoldShown(
        boolean may, boolean canSet, boolean held, String by, String since, String why, String typed, String error) {
    static HoldShown of(Recording recording, boolean may, ZoneId zone, Locale language) {
        boolean canSet = may && recording.place() == Place.VAULT;
        return recording
                .hold()
                .map(hold -> new HoldShown(
                        may,
                        canSet,
                        true,
                        may ? hold.name() : "",
                        since(hold, zone, language),
                        may ? hold.why().text() : "",
                        "",
                        ""))
                .orElseGet(() -> new HoldShown(may, canSet, false, "", "", "", "", ""));
    }

    private static String since(Hold hold, ZoneId zone, Locale language) {
        return Moment.date(hold.since().atZone(zone).toLocalDate(), language) + ", "
                + Wording.clock(hold.since(), zone);
    }

    HoldShown wrong(String what, String key) {
        return new HoldShown(may, canSet, held, by, since, why, what, key);
    }
}
