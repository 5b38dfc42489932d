package io.vedette.hub.pages;

import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.fleet.Presence;
import io.vedette.hub.platform.web.Moment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cameras in every state: one is being recorded because somebody asked, one has two boxes with its agent's key, one has no agent. */
record SampleCameras(Locale language) {
    static List<CameraLine> in(Locale language) {
        return new SampleCameras(language).all();
    }

    private List<CameraLine> all() {
        return List.of(
                camera(1, "Yard north", "Yard", Presence.State.ONLINE, "2026-11-20T05:12:00Z"),
                camera(2, "Yard south", "Yard", Presence.State.LOST, "2026-11-20T13:21:04Z"),
                camera(3, "Loading dock 2", "Loading docks", Presence.State.ONLINE, "2026-11-17T05:12:00Z"),
                camera(4, "Gate", "", Presence.State.OFFLINE, "2026-11-19T22:40:00Z"),
                camera(
                        5,
                        "Corridor between the cold store and the racking aisles B1 to B9",
                        "Racking",
                        Presence.State.CONNECTING,
                        null),
                camera(6, "Shop floor", "", Presence.State.ONLINE, "2026-03-02T09:00:00Z"),
                camera(7, "Till", "", Presence.State.UNPAIRED, null));
    }

    private CameraLine camera(int number, String name, String group, Presence.State state, @Nullable String since) {
        return new CameraLine(
                SamplePages.id(number),
                name,
                number < 6 ? "Harbour depot" : "Mill Lane store",
                SamplePages.ZONE.getId(),
                group,
                group.isEmpty() ? "" : group.substring(0, 2).toUpperCase(Locale.ROOT),
                state.code(),
                state.icon(),
                state.needsYou(),
                since == null ? null : moment(since),
                true,
                number != 4,
                state != Presence.State.UNPAIRED,
                number == 2 ? moment("2026-11-20T13:40:00Z") : null,
                state == Presence.State.UNPAIRED
                        ? null
                        : new CameraLine.AgentLine(
                                SamplePages.id(900 + number),
                                "jelly-pagoda-rhubarb-bottom",
                                number != 3,
                                number == 2 ? moment("2026-11-02T08:00:00Z") : null,
                                "0.1.0",
                                "depot-box-" + number,
                                moment("2026-11-02T08:00:00Z"),
                                moment("2026-11-02T08:00:00Z"),
                                number == 1,
                                since == null ? null : moment(since)));
    }

    private Moment moment(String at) {
        return SamplePages.moment(at, language);
    }
}
