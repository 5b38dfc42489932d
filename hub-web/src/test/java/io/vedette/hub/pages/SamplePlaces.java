package io.vedette.hub.pages;

import io.vedette.hub.access.Role;
import io.vedette.hub.fleet.ArrangePage;
import io.vedette.hub.fleet.GroupTree;
import io.vedette.hub.fleet.removal.Toll;
import io.vedette.hub.fleet.removal.TollWords;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages on which sites, groups, cameras and tags are arranged and taken away, as samples. */
final class SamplePlaces {
    private final Locale language;

    SamplePlaces(Locale language) {
        this.language = language;
    }

    record Sample(String file, Role role, String template, Map<String, Object> model) {}

    List<Sample> all() {
        return List.of(
                new Sample(
                        "new-site",
                        Role.OWNER,
                        "fleet/new-site",
                        Map.of("form", SamplePages.wrongSite(), "zones", SamplePages.zones())),
                new Sample("site", Role.OWNER, "fleet/site", site()),
                new Sample(
                        "group",
                        Role.OWNER,
                        "fleet/group",
                        group("North", SamplePages.form("group", "North").preset("above", SamplePages.id(90)))),
                new Sample(
                        "tags",
                        Role.OWNER,
                        "fleet/tags",
                        Map.of("tags", new java.util.TreeMap<>(Map.of("gate", 3L, "north", 1L)), "removes", true)),
                new Sample(
                        "tags-none",
                        Role.EDITOR,
                        "fleet/tags",
                        Map.of("tags", new java.util.TreeMap<>(), "removes", false)),
                new Sample(
                        "remove",
                        Role.OWNER,
                        "fleet/remove",
                        remove(
                                "site",
                                new Toll("Harbour depot", 2, 3, 0, 3, 4, 1234, 8_000_000_000L, 1, "7f"),
                                SamplePages.wrong("name", "form.remove.name"))),
                new Sample(
                        "remove-tag",
                        Role.OWNER,
                        "fleet/remove",
                        remove("tag", new Toll("gate", 0, 0, 1, 0, 0, 0, 0, 0, "7f"), FormInput.empty())),
                new Sample(
                        "agree",
                        Role.OWNER,
                        "fleet/agree",
                        Map.of(
                                "says",
                                List.of(
                                        text(
                                                "agree.moves.group",
                                                "Gate",
                                                "Depot",
                                                "Mill Lane store",
                                                "Europe/Brussels",
                                                "Yard"),
                                        text("agree.gain", 3, 1),
                                        text("agree.lose", 1, 1),
                                        text("agree.lose.now")),
                                "carried",
                                List.of(),
                                "agreed",
                                "7f",
                                "path",
                                "/cameras/" + SamplePages.id(1))),
                new Sample(
                        "arrange",
                        Role.OWNER,
                        "fleet/arrange",
                        arrange(List.of("Gate", "Yard north"), SamplePages.wrong("add", "form.tags.wrong"))),
                new Sample("arrange-none", Role.OWNER, "fleet/arrange", arrange(List.of(), FormInput.empty())),
                new Sample(
                        "group-new",
                        Role.OWNER,
                        "fleet/group",
                        group("", SamplePages.wrong("badge", "form.badge.wrong"))));
    }

    private Map<String, Object> remove(String kind, Toll toll, FormInput form) {
        return Map.of(
                "form",
                form,
                "kind",
                kind,
                "id",
                SamplePages.id(80),
                "toll",
                toll,
                "says",
                TollWords.of(toll, language),
                "changed",
                toll.heavy());
    }

    private String text(String key, Object... values) {
        return Messages.text(language, key, values);
    }

    private static Map<String, Object> arrange(List<String> cameras, FormInput form) {
        return Map.of(
                "form",
                form,
                "chosen",
                cameras.stream()
                        .map(name -> new ArrangePage.Chosen(SamplePages.id(1), name))
                        .toList(),
                "places",
                SamplePages.places(),
                "known",
                cameras.isEmpty() ? List.of() : List.of("gate", "north"));
    }

    private static Map<String, Object> group(String name, FormInput form) {
        return Map.of(
                "form",
                form,
                "site",
                SamplePages.id(80),
                "siteName",
                "Harbour depot",
                "group",
                name.isEmpty() ? "" : SamplePages.id(91),
                "name",
                name,
                "places",
                List.of(
                        new GroupTree.Path(SamplePages.id(90), "Yard"),
                        new GroupTree.Path(SamplePages.id(92), "Yard / South")));
    }

    private static Map<String, Object> site() {
        var north = new GroupTree.Node(SamplePages.id(91), "North", "N", 2, List.of());
        var yard = new GroupTree.Node(SamplePages.id(90), "Yard", "", 1, List.of(north));
        FormInput form = SamplePages.form("site", "")
                .preset("address", "Quay 4, Hamburg")
                .preset("zone", SamplePages.ZONE.getId());
        form.wrong("site", "form.name.wrong");
        return Map.of(
                "form",
                form,
                "id",
                SamplePages.id(80),
                "name",
                "Harbour depot",
                "zone",
                SamplePages.ZONE.getId(),
                "address",
                "Quay 4, Hamburg",
                "zones",
                SamplePages.zones(),
                "groups",
                List.of(yard));
    }
}
