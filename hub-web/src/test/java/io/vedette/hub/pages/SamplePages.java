package io.vedette.hub.pages;

import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.GivenUpReason;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.fleet.BoxLine;
import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.fleet.CameraListing;
import io.vedette.hub.fleet.PairPage;
import io.vedette.hub.fleet.Place;
import io.vedette.hub.fleet.QrPicture;
import io.vedette.hub.fleet.Trouble;
import io.vedette.hub.fleet.ZoneChoice;
import io.vedette.hub.home.HomeView;
import io.vedette.hub.home.Need;
import io.vedette.hub.livestream.wall.Wall;
import io.vedette.hub.people.GrantLine;
import io.vedette.hub.people.HolderLine;
import io.vedette.hub.people.TargetChoice;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.tenancy.Limit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One sample of every page in every state worth a look, in one language. */
final class SamplePages {
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    static final Instant NOW = Instant.parse("2026-11-20T13:32:10Z");

    private final Locale language;
    private final Map<String, View> pages = new LinkedHashMap<>();

    private SamplePages(Locale language) {
        this.language = language;
    }

    /** By the name of the file they are drawn into. */
    static Map<String, View> in(Locale language) {
        var samples = new SamplePages(language);
        samples.homeAndLive();
        samples.fleet();
        samples.people();
        SampleAudit.all(language)
                .forEach((file, model) -> samples.page(file, "audit", Role.OWNER, "audit/audit", model));
        SampleSettings.all(language)
                .forEach((file, model) -> samples.page(file, "settings", Role.OWNER, "settings/settings", model));
        samples.pages.putAll(SampleOperator.all(language));
        return samples.pages;
    }

    private void homeAndLive() {
        List<CameraLine> cameras = SampleCameras.in(language);
        List<Need> needs = cameras.stream()
                .filter(camera -> camera.needsYou() || camera.state().equals("unpaired"))
                .map(camera -> Need.camera(camera, null, language))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        needs.add(Need.failed(id(3), "Loading dock 2", 3, moment("2026-11-20T08:31:00Z", language), language));
        needs.add(Need.disk(SampleHome.DISK, language));
        needs.add(Need.quota(Limit.ACCOUNTS, "20 of 20", true, language));
        page("home", "home", Role.OWNER, "home/home", home(cameras, needs));
        page("home-guard", "home", Role.VIEWER, "home/home", home(cameras.subList(0, 1), List.of()));
        page("home-empty", "home", Role.OWNER, "home/home", home(List.of(), List.of()));
        page("home-nothing", "home", Role.VIEWER, "home/home", home(List.of(), List.of()));
        page("live", "live", Role.OWNER, "live/wall", SampleLists.wall(new Wall(4, 1, 2, 7), cameras.subList(0, 4)));
        page("live-nine", "live", Role.OWNER, "live/wall", SampleLists.wall(new Wall(9, 1, 1, 7), cameras));
        page(
                "live-guard",
                "live",
                Role.VIEWER,
                "live/wall",
                SampleLists.wall(new Wall(1, 1, 1, 1), cameras.subList(6, 7)));
        page("live-empty", "live", Role.VIEWER, "live/wall", SampleLists.wall(new Wall(1, 1, 1, 0), List.of()));
        page("live-camera", "live", Role.OWNER, "live/camera", Map.of("camera", cameras.getFirst()));
    }

    private void fleet() {
        List<CameraLine> cameras = SampleCameras.in(language);
        page("cameras", "cameras", Role.OWNER, "fleet/cameras", SampleLists.list(cameras, "", true));
        page(
                "cameras-filtered",
                "cameras",
                Role.VIEWER,
                "fleet/cameras",
                SampleLists.list(cameras.subList(1, 2), "lost", false));
        page("cameras-empty", "cameras", Role.OWNER, "fleet/cameras", SampleLists.list(List.of(), "", true));
        page("cameras-none", "cameras", Role.VIEWER, "fleet/cameras", SampleLists.noneInState(cameras));
        page("camera", "cameras", Role.OWNER, "fleet/camera", camera(cameras.getFirst(), form("name", "Yard north")));
        page(
                "camera-wrong",
                "cameras",
                Role.OWNER,
                "fleet/camera",
                camera(cameras.get(1), wrong("name", "form.name.wrong")));
        page("camera-unpaired", "cameras", Role.OWNER, "fleet/camera", camera(cameras.getLast(), form("name", "Till")));
        page("camera-no-replay", "cameras", Role.VIEWER, "fleet/camera", camera(cameras.get(3), form("name", "Gate")));
        page("new-camera-first", "cameras", Role.OWNER, "fleet/new-camera", newCamera(List.of(), FormInput.empty()));
        page("new-camera", "cameras", Role.OWNER, "fleet/new-camera", newCamera(places(), FormInput.empty()));
        page("new-camera-wrong", "cameras", Role.OWNER, "fleet/new-camera", newCamera(places(), wrongSite()));
        new SamplePlaces(language)
                .all()
                .forEach(one -> page(one.file(), "cameras", one.role(), one.template(), one.model()));
        CameraLine unpaired = cameras.getLast();
        page(
                "pair",
                "cameras",
                Role.OWNER,
                "fleet/pair",
                Map.of("camera", unpaired, "noAgent", false, "onlyHere", true));
        page("pair-none", "cameras", Role.OWNER, "fleet/pair", Map.of("camera", unpaired, "noAgent", true));
        var shown = new PairPage.Shown(
                "vdp1.0193c5a2-7d1e-7b11-9c52-0a1b2c3d4e5f.AAAAAAAAAAAAAAAAAAAAAA",
                "curl -fO --progress-bar https://hub.example/get/vedette-agent.jar && echo '"
                        + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                        + " *vedette-agent.jar' | sha256sum -c - && java -jar vedette-agent.jar pair https://hub.example"
                        + " && java -jar vedette-agent.jar run",
                moment("2026-11-20T13:47:10Z", language),
                ZONE.getId(),
                900);
        var qr = QrPicture.of("https://hub.example/t/northquay/cameras/" + unpaired.id() + "/pair");
        page(
                "pair-token",
                "cameras",
                Role.OWNER,
                "fleet/pair",
                Map.of("camera", unpaired, "shown", shown, "noAgent", false, "qr", qr));
        page("pair-done", "cameras", Role.OWNER, "fleet/pair", Map.of("camera", cameras.getFirst()));
    }

    private void people() {
        page(
                "people",
                "people",
                Role.OWNER,
                "people/people",
                people(SamplePeople.accounts(), 2, true, form("action", "LIVE")));
        page(
                "people-owner",
                "people",
                Role.OWNER,
                "people/people",
                people(SamplePeople.accounts(), 0, true, form("action", "LIVE")));
        var wrong = wrong("action", "form.action.wrong");
        wrong.wrong("until", "form.until.past");
        page("people-wrong", "people", Role.OWNER, "people/people", people(SamplePeople.accounts(), 1, true, wrong));
        page(
                "people-away",
                "people",
                Role.OWNER,
                "people/people",
                people(SamplePeople.accounts().subList(3, 4), 0, false, form("action", "LIVE")));
        FormInput live = form("action", "LIVE");
        page(
                "people-many",
                "people",
                Role.OWNER,
                "people/people",
                SamplePeople.page(language, SamplePeople.accounts(), 2, true, live, SamplePeople.manyTargets()));
        page(
                "people-found",
                "people",
                Role.OWNER,
                "people/people",
                SamplePeople.page(language, SamplePeople.accounts(), 2, true, live, SamplePeople.oneTarget()));
        page("people-team", "people", Role.OWNER, "people/people", SamplePeople.team(language, live));
        page("people-invited", "people", Role.OWNER, "people/people", SamplePeople.invitation(language, live));
        page("people-see-as", "people", Role.OWNER, "people/see-as", SamplePeople.seeAs());
        page("people-targets", "people", Role.OWNER, "people/targets", Map.of("choice", SamplePeople.manyTargets()));
        page("people-choose", "people", Role.OWNER, "people/people", people(SamplePeople.accounts(), -1, true, live));
        page("people-unknown", "people", Role.OWNER, "people/people", people(SamplePeople.accounts(), -2, true, live));
        page("people-none", "people", Role.OWNER, "people/people", people(List.of(), -1, false, FormInput.empty()));
        page("grant", "people", Role.OWNER, "people/grant", SamplePeople.grant(language, live, false));
        page("grant-kept", "people", Role.OWNER, "people/grant", SamplePeople.grant(language, wrong, true));
        page("me", "me", Role.VIEWER, "people/me", me(false, SamplePeople.grants(language, "grant.mine.")));
        page("pass-on", "me", Role.VIEWER, "people/pass-on", passOn(SamplePeople.choice(), wrong));
        page("pass-on-many", "me", Role.VIEWER, "people/pass-on", passOn(SamplePeople.manyTargets(), live));
        page("roles", "people", Role.OWNER, "people/roles", SampleRoles.list(language, true));
        page("roles-admin", "people", Role.ADMIN, "people/roles", SampleRoles.list(language, false));
        page("role-new", "people", Role.OWNER, "people/role", SampleRoles.blank(language));
        page("role", "people", Role.OWNER, "people/role", SampleRoles.made(language));
        page("role-wrong", "people", Role.OWNER, "people/role", SampleRoles.wrong(language));
        page("me-owner", "me", Role.OWNER, "people/me", me(true, List.of()));
        page("me-nothing", "me", Role.VIEWER, "people/me", me(false, List.of()));
        FormInput unsaid = SampleTokens.blank();
        unsaid.wrong("name", "form.name.wrong");
        unsaid.wrong("permission", "form.token.permission");
        SampleStorage.pages()
                .forEach((file, page) -> page(file, "settings", Role.OWNER, page.template(), page.model()));
        SampleIntegrations.pages(language)
                .forEach((file, page) -> page(file, "settings", Role.OWNER, page.template(), page.model()));
        SampleRetention.pages(language)
                .forEach((file, page) -> page(file, "settings", Role.OWNER, page.template(), page.model()));
        SampleAccounts.pages(language)
                .forEach((file, page) -> page(file, "settings", Role.OWNER, page.template(), page.model()));
        SampleEdgeVaults.pages(language)
                .forEach((file, page) -> page(file, "cameras", Role.OWNER, page.template(), page.model()));
        SampleComparisons.pages(language)
                .forEach((file, page) -> page(file, "settings", Role.OWNER, page.template(), page.model()));
        page("tokens", "me", Role.OWNER, "people/tokens", SampleTokens.some(language, SampleTokens.blank()));
        page("tokens-wrong", "me", Role.OWNER, "people/tokens", SampleTokens.some(language, unsaid));
        page("tokens-made", "me", Role.OWNER, "people/tokens", SampleTokens.made(language));
        page("tokens-none", "me", Role.VIEWER, "people/tokens", SampleTokens.none());
    }

    private void page(String file, String section, Role role, String template, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        Map<String, String> tenants = role == Role.OWNER
                ? Map.of("millside", "Mill Lane store", "northquay", "Northquay Logistics")
                : Map.of("northquay", "Northquay Logistics");
        whole.put(
                "frame",
                new Frame(
                        "northquay",
                        "Northquay Logistics",
                        tenants,
                        "Site owner",
                        "SO",
                        section,
                        "csrf-token",
                        role,
                        RoleWords.of(role, language),
                        file.startsWith("settings-support") ? "open" : "",
                        file.startsWith("home")));
        pages.put(file, new View(template, whole));
    }

    private Map<String, Object> home(List<CameraLine> cameras, List<Need> needs) {
        boolean owner = needs.size() > 1 || cameras.isEmpty();
        Map<String, Object> model = new HashMap<>(newCamera(List.of(), FormInput.empty()));
        model.put(
                "home",
                new HomeView(
                        cameras.isEmpty() ? "" : Moment.day(NOW, ZONE, language),
                        cameras.isEmpty() ? "" : ZONE.getId(),
                        needs,
                        owner ? 2 : 0,
                        SampleLists.states(cameras),
                        new CameraListing(cameras.isEmpty() ? List.of() : SampleLists.sites(cameras), 1, owner),
                        cameras.isEmpty()
                                ? List.of()
                                : List.of(
                                        SampleHome.hours("Harbour depot", id(80), ZONE, 7),
                                        SampleHome.hours("Mill Lane store", id(81), ZONE, 5)),
                        cameras.isEmpty() ? List.of() : SampleHome.coverage(),
                        cameras.isEmpty() ? 0 : 4,
                        SampleHome.uploads(),
                        SampleHome.storage(owner, language),
                        cameras.size(),
                        owner));
        return model;
    }

    /** One of each reason; an agent that is away tells nothing. */
    private BoxLine box(CameraLine camera) {
        var counts = Stream.of(GivenUpReason.values())
                .map(why -> new FromAgent.GivenUp.Count(why, why == GivenUpReason.AGE, 1 + why.ordinal(), 1L << 31))
                .toList();
        return camera.state().equals("offline")
                ? BoxLine.of("", Optional.empty(), language)
                : BoxLine.of("61 %", Optional.of(new FromAgent.GivenUp(counts)), language);
    }

    private Map<String, Object> camera(CameraLine camera, FormInput form) {
        return Map.of(
                "box",
                box(camera),
                "troubles",
                camera.state().equals("lost")
                        ? Stream.of(
                                        "unreachable",
                                        "silent",
                                        "password",
                                        "no_stream",
                                        "codec",
                                        "ended",
                                        "unreadable",
                                        "other",
                                        "agent_disk",
                                        "clock_slow",
                                        "clock_fast")
                                .map(code -> Trouble.of(code, language, Messages.text(language, "trouble.days", 1)))
                                .toList()
                        : List.of(),
                "camera",
                camera,
                "today",
                camera.replay() ? List.of(SampleHome.today(camera.needsYou() ? 8 : 1)) : List.of(),
                "tags",
                List.of("gate", "north"),
                "places",
                places(),
                "arranges",
                true,
                "form",
                form);
    }

    private Map<String, Object> passOn(TargetChoice choice, FormInput form) {
        return Map.of(
                "grant",
                SamplePeople.grants(language, "grant.mine.").getFirst(),
                "choice",
                choice,
                "actions",
                List.of("LIVE", "REPLAY"),
                "form",
                form);
    }

    private static Map<String, Object> newCamera(List<Place> places, FormInput form) {
        return Map.of("form", form, "places", places, "first", places.isEmpty(), "zones", zones());
    }

    static ZoneChoice zones() {
        return new ZoneChoice(List.of("Africa/Abidjan", "Europe/Brussels", "UTC"), "Europe/Brussels");
    }

    private Map<String, Object> people(List<HolderLine> accounts, int chosen, boolean complete, FormInput form) {
        return SamplePeople.page(language, accounts, chosen, complete, form, SamplePeople.choice());
    }

    private Map<String, Object> me(boolean seesAll, List<GrantLine> grants) {
        return Map.of(
                "role",
                RoleWords.of(seesAll ? Role.OWNER : Role.VIEWER, language),
                "seesAll",
                seesAll,
                "grants",
                grants,
                "given",
                grants,
                "form",
                FormInput.empty());
    }

    static List<Place> places() {
        return List.of(
                new Place("site:" + id(80), "Harbour depot"), new Place("group:" + id(90), "Harbour depot / Yard"));
    }

    static FormInput form(String field, String value) {
        return FormInput.empty().preset(field, value).preset("version", "3");
    }

    static FormInput wrong(String field, String error) {
        FormInput form = FormInput.empty();
        form.wrong(field, error);
        return form;
    }

    static FormInput wrongSite() {
        FormInput form = FormInput.empty().preset("place", "new").preset("zone", "Brussels");
        form.wrong("site", "form.name.wrong");
        form.wrong("zone", "form.zone.wrong");
        form.wrong("name", "form.name.wrong");
        return form;
    }

    static Moment moment(String at, Locale language) {
        return Moment.of(Instant.parse(at), ZONE, NOW, language);
    }

    static String id(int number) {
        return new UUID(0x0193c5a27d1e7000L, 0x8000000000000000L + number).toString();
    }
}
