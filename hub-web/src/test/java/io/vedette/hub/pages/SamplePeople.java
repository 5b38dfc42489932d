package io.vedette.hub.pages;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Role;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.people.Appointment;
import io.vedette.hub.people.GrantLine;
import io.vedette.hub.people.HolderLine;
import io.vedette.hub.people.InvitationLine;
import io.vedette.hub.people.InvitedPage;
import io.vedette.hub.people.MembershipLine;
import io.vedette.hub.people.SeenCamera;
import io.vedette.hub.people.Target;
import io.vedette.hub.people.TargetChoice;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Sentence;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Accounts, what they were given, and what can be given. */
final class SamplePeople {
    private SamplePeople() {}

    /** What the page shows. */
    static Map<String, Object> page(
            Locale language,
            List<HolderLine> accounts,
            int chosen,
            boolean complete,
            FormInput form,
            TargetChoice choice) {
        return Map.ofEntries(
                Map.entry("accounts", accounts),
                Map.entry("teams", accounts.isEmpty() ? List.of() : List.of(team())),
                Map.entry(
                        "roles",
                        List.of(new HolderLine(
                                "role",
                                "VIEWER",
                                Messages.text(language, "people.everyone.VIEWER"),
                                "EV",
                                "",
                                "VIEWER",
                                Messages.text(language, "role.VIEWER"),
                                false,
                                "",
                                0,
                                0))),
                Map.entry("complete", complete),
                Map.entry("chosen", chosen < 0 ? List.of() : List.of(accounts.get(chosen))),
                Map.entry("unknown", chosen < -1),
                Map.entry("appointable", chosen < 0 ? List.of() : appointable(language)),
                Map.entry("invited", invited(accounts.isEmpty() ? 0 : chosen == 2 ? 25 : 1)),
                Map.entry("invitation", List.of()),
                Map.entry("inviteRoles", List.of("VIEWER", "EDITOR")),
                Map.entry("inviteDays", List.of(7, 3, 1)),
                Map.entry(
                        "membership",
                        chosen < 0
                                ? List.of()
                                : List.of(
                                        new MembershipLine(accounts.get(chosen).keptOut(), 2, 1))),
                Map.entry("members", List.of()),
                Map.entry("others", List.of()),
                Map.entry("grants", chosen == 2 ? grants(language, "grant.") : List.of()),
                Map.entry("choice", choice),
                Map.entry("actions", List.of("LIVE", "REPLAY", "REQUEST_UPLOAD")),
                Map.entry("days", Map.of("MONDAY", "Mon", "SUNDAY", "Sun")),
                Map.entry("form", form));
    }

    /** @param part whether it is one, for a team, at hours that the form cannot say */
    static Map<String, Object> grant(Locale language, FormInput form, boolean part) {
        return Map.of(
                "grant",
                grants(language, "grant.").getFirst(),
                "name",
                "Night guard",
                "holder",
                "account=" + SamplePages.id(2),
                "person",
                !part,
                "whole",
                part ? grants(language, "grant.").subList(0, 1) : List.of(),
                "kept",
                part ? "Mon 08:00–12:00" : "",
                "actions",
                List.of("LIVE", "REPLAY", "REQUEST_UPLOAD"),
                "days",
                Map.of("MONDAY", "Mon", "SUNDAY", "Sun"),
                "form",
                form);
    }

    /** The page of a team: two people, one of them in it. */
    static Map<String, Object> team(Locale language, FormInput form) {
        Map<String, Object> model = new HashMap<>(page(language, accounts(), 2, true, form, choice()));
        model.put("chosen", List.of(team()));
        model.put("appointable", List.of());
        model.put("membership", List.of());
        model.put("members", accounts().subList(2, 3));
        model.put("others", accounts().subList(0, 2));
        return model;
    }

    /** The page of somebody who is invited, and whom no mail has reached. */
    static Map<String, Object> invitation(Locale language, FormInput form) {
        Map<String, Object> model = new HashMap<>(page(language, accounts(), 2, true, form, choice()));
        model.put("chosen", List.of(invited()));
        model.put("appointable", List.of());
        model.put("membership", List.of());
        model.put(
                "invitation",
                List.of(new InvitationLine(
                        invited().id(),
                        invited().name(),
                        "VIEWER",
                        "Site owner",
                        moment(language, "2026-11-27T17:00:00Z"),
                        false,
                        false,
                        true)));
        return model;
    }

    private static InvitedPage invited(int all) {
        return InvitedPage.of(Collections.nCopies(all, invited()), all > 1 ? 2 : 0, Optional.empty());
    }

    private static HolderLine invited() {
        return new HolderLine(
                "invitation",
                SamplePages.id(71),
                "relief@northquay.example",
                "R",
                "",
                "VIEWER",
                "Viewer",
                false,
                "",
                0,
                1);
    }

    /** What the night guard sees at ten in the evening. */
    static Map<String, Object> seeAs() {
        return Map.of(
                "account", "s3",
                "name", "Night guard",
                "role", "Viewer",
                "at", "2026-11-20T22:00",
                "zone", "Europe/London",
                "cameras",
                        List.of(
                                new SeenCamera(SamplePages.id(4), "Gate", "Harbour depot", List.of("LIVE", "REPLAY")),
                                new SeenCamera(SamplePages.id(5), "Yard north", "Harbour depot", List.of("LIVE"))),
                "others", 26);
    }

    private static List<Appointment> appointable(Locale language) {
        return Role.standard().stream()
                .map(role -> Appointment.of(role, language))
                .toList();
    }

    private static HolderLine team() {
        return new HolderLine("team", SamplePages.id(70), "Night shift", "NS", "", "VIEWER", "", false, "", 1, 3);
    }

    static List<HolderLine> accounts() {
        return List.of(
                new HolderLine(
                        "person",
                        "s1",
                        "Site owner",
                        "SO",
                        "owner@northquay.example",
                        "OWNER",
                        "Owner",
                        true,
                        "",
                        0,
                        0),
                new HolderLine("person", "s2", "Day guard", "DG", "", "VIEWER", "Viewer", false, "SUSPENDED", 0, 0),
                new HolderLine(
                        "person",
                        "s3",
                        "Night guard",
                        "NG",
                        "guard@northquay.example",
                        "VIEWER",
                        "Viewer",
                        false,
                        "",
                        0,
                        2),
                new HolderLine(
                        "person", "0193c5a2…", "0193c5a2…", "0", "", "VIEWER", "Viewer", false, "REMOVED", 0, 1));
    }

    /** @param keys of the sentences, without their last part */
    static List<GrantLine> grants(Locale language, String keys) {
        return List.of(
                grant(language, keys + "may", "grant.part.until", "LIVE.REPLAY", "Gate", "holiday cover, north fence"),
                grant(language, keys + "may", "grant.part.open", "LIVE", "Harbour depot / Yard", ""),
                grant(
                        language,
                        keys + "could",
                        "grant.part.over",
                        "LIVE.REPLAY.REQUEST_UPLOAD",
                        "Shop floor",
                        "stock count"));
    }

    private static GrantLine grant(
            Locale language, String key, String end, String actions, String target, String reason) {
        Sentence sentence = Sentence.of(
                language, key, List.of("Night guard", Messages.text(language, "grant.may." + actions), target));
        boolean until = end.endsWith("until");
        sentence = until ? sentence.and(language, "grant.part.hours", "Mon–Fri 20:00–06:00") : sentence;
        return new GrantLine(
                SamplePages.id(end.length() * 7 + target.length()),
                sentence.and(language, end, "Fri 18:00"),
                reason,
                end.endsWith("over"),
                until,
                until,
                end.endsWith("over"),
                "Site owner",
                moment(language, "2026-11-02T08:00:00Z"),
                end.endsWith("open") ? null : moment(language, "2026-11-27T17:00:00Z"));
    }

    static TargetChoice choice() {
        return new TargetChoice(List.of(every()), List.of(group()), List.of(gate("Gate")), "", false, false, "");
    }

    static TargetChoice manyTargets() {
        List<Target> gates = IntStream.rangeClosed(1, 19)
                .mapToObj(number -> gate("Gate " + number + " · Harbour depot"))
                .toList();
        return new TargetChoice(List.of(every()), List.of(group()), gates, "", true, true, "");
    }

    static TargetChoice oneTarget() {
        return new TargetChoice(List.of(), List.of(), List.of(gate("Gate")), "gat", true, false, "");
    }

    private static Target group() {
        String name = "Harbour depot / Yard";
        return new Target(
                "group:" + SamplePages.id(90),
                name,
                name,
                SamplePages.ZONE,
                new Selector.OneCamera(CameraId.of(SamplePages.id(4))));
    }

    private static Target every() {
        return new Target("every", "every camera", "every camera", SamplePages.ZONE, new Selector.EveryCamera());
    }

    private static Target gate(String name) {
        return new Target(
                "camera:" + SamplePages.id(name.length() + name.hashCode() % 1000),
                name,
                name,
                SamplePages.ZONE,
                new Selector.OneCamera(CameraId.of(SamplePages.id(4))));
    }

    private static Moment moment(Locale language, String at) {
        return Moment.of(Instant.parse(at), SamplePages.ZONE, SamplePages.NOW, language);
    }
}
