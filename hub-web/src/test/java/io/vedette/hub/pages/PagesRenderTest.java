package io.vedette.hub.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.fleet.StateCount;
import io.vedette.hub.livestream.wall.Wall;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Templates;
import io.vedette.hub.platform.web.View;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every page from samples, in both languages, and looks at what came out. */
class PagesRenderTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Path DRAWN = Path.of("target", "pages");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Templates ENGINE = new Templates();
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern LABELS =
            Pattern.compile("\\s(?:for|aria-labelledby|aria-describedby|popovertarget|list)=\"([^\"]*)\"");

    static Stream<Arguments> pages() {
        return LANGUAGES.stream()
                .flatMap(language -> SamplePages.in(language).entrySet().stream()
                        .map(page -> Arguments.of(language, page.getKey(), page.getValue())));
    }

    @Test
    void aLivePictureKnowsTheZoneOfItsSiteAndShowsNoClockThatNobodyWinds() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        for (String name : List.of("live", "live-camera")) {
            assertThat(draw(Locale.ENGLISH, name, pages.get(name)))
                    .containsPattern("<time hidden[^>]* data-clock=\"Europe/Brussels\"[^>]*></time>")
                    .contains("data-late=\"{time} · behind by {seconds} s\"", "data-stopped=\"stopped at {time}\"");
        }
    }

    @Test
    void theKeyOfALayoutIsItsNumberAndTheListNamesEveryKey() throws IOException {
        String wall =
                draw(Locale.ENGLISH, "live", SamplePages.in(Locale.ENGLISH).get("live"));

        for (int layout : Wall.LAYOUTS) {
            assertThat(wall)
                    .containsPattern("aria-keyshortcuts=\"" + layout + "\"[^>]*>" + layout + "</a>")
                    .contains("<kbd>" + layout + "</kbd>");
        }
        assertThat(wall).contains("<kbd>Esc</kbd>", "data-single-keys", "data-leave");
    }

    @Test
    void howManyFitIsSaidOnlyBesideAFieldToFindBy() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        assertThat(draw(Locale.ENGLISH, "people", pages.get("people"))).doesNotContain("target-count");
        assertThat(draw(Locale.ENGLISH, "people-many", pages.get("people-many")))
                .contains("id=\"find\"", "id=\"target-count\"");
    }

    @Test
    void nothingIsChosenWhenAFormToShareBegins() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        String people = draw(Locale.ENGLISH, "people", pages.get("people"));
        assertThat(people.substring(people.indexOf("<select id=\"target\"")))
                .containsOnlyOnce("selected=\"selected\"")
                .contains("<option value=\"\" selected=\"selected\">Choose a camera, a group or more</option>");
        assertThat(draw(Locale.ENGLISH, "people-many", pages.get("people-many")))
                .as("a list that shows several lines has nothing chosen by itself")
                .doesNotContain("<option value=\"\"");
    }

    @Test
    void aHubThatOnlyItsOwnMachineReachesSaysSoBeforeThereIsAToken() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        assertThat(draw(Locale.ENGLISH, "pair", pages.get("pair")))
                .containsSubsequence("data-trouble=\"loopback\"", "VEDETTE_PUBLIC_URL", "Show command and token");
        assertThat(draw(Locale.ENGLISH, "pair-token", pages.get("pair-token"))).doesNotContain("loopback");
    }

    @Test
    void untilWhenATokenIsGoodIsSaidWithItsZone() throws IOException {
        assertThat(draw(
                        Locale.ENGLISH,
                        "pair-token",
                        SamplePages.in(Locale.ENGLISH).get("pair-token")))
                .containsPattern(">14:47</time> <span>\\(Europe/Brussels\\)</span>")
                .contains("data-seconds=\"900\"", "data-left=\"good for {minutes} min\"");
    }

    @Test
    void oneStateHasOneWordOnItsChipAndInItsPicture() throws IOException {
        for (Locale language : LANGUAGES) {
            for (String state : List.of("unpaired", "offline", "lost")) {
                assertThat(Messages.text(language, "live.word." + state))
                        .isEqualToIgnoringCase(Messages.text(language, "state." + state));
                assertThat(Messages.text(language, "home.need." + state + ".title", "Gate"))
                        .endsWithIgnoringCase(Messages.text(language, "state." + state));
            }
        }
        String wall =
                draw(Locale.ENGLISH, "live-nine", SamplePages.in(Locale.ENGLISH).get("live-nine"));
        assertThat(wall.substring(wall.lastIndexOf("<article")))
                .as("the camera without an agent")
                .contains("data-word-offline=\"No agent\"", "data-state=\"unpaired\"");
    }

    @Test
    void aTileWithoutAPictureOffersWhatHelps() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);
        String till = SamplePages.id(7);

        assertThat(draw(Locale.ENGLISH, "live-nine", pages.get("live-nine")))
                .contains("href=\"/t/northquay/cameras/" + till + "/pair\"><span>Pair an agent</span>")
                .contains("href=\"/t/northquay/cameras/" + SamplePages.id(4) + "\"><span>Open camera</span>");
        assertThat(draw(Locale.ENGLISH, "live-guard", pages.get("live-guard")))
                .contains("href=\"/t/northquay/cameras/" + till + "\"><span>Open camera</span>");
    }

    @Test
    void aListOfCamerasIsNeverEmptyWithoutAWord() throws IOException {
        assertThat(draw(
                        Locale.ENGLISH,
                        "cameras-none",
                        SamplePages.in(Locale.ENGLISH).get("cameras-none")))
                .contains("No camera fits");
    }

    @Test
    void numbersOfOneListAreWrittenAlike() throws IOException {
        View cameras = SamplePages.in(Locale.ENGLISH).get("cameras");
        Map<String, Object> many = new HashMap<>(cameras.model());
        many.put("count", 1002);
        many.put("states", List.of(new StateCount("online", "camera", false, 1002)));

        assertThat(draw(Locale.ENGLISH, "cameras-many", new View(cameras.template(), many)))
                .contains(">All 1,002<", ">1,002</span> <span>online<");
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("pages")
    void noBrowserSpeaksBeforeTheHubsWordsAtAField(Locale language, String name, View view) throws IOException {
        for (String form : draw(language, name, view).split("(?=<form)")) {
            if (!form.split(">", 2)[0].contains(" novalidate")) {
                assertThat(form.split("</form>", 2)[0]).doesNotContainPattern("<(input|select)[^>]* required");
            }
            assertThat(form)
                    .as("a browser cuts what is too long without a word")
                    .doesNotContainPattern("<input type=\"text\"[^>]* maxlength");
        }
    }

    @Test
    void aTimeZoneIsChosenFromThoseThatExistAndTheHubsIsChosenUntilSomebodyDoes() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        assertThat(draw(Locale.ENGLISH, "new-camera-first", pages.get("new-camera-first")))
                .contains("data-guess=\"zone\"", "<option value=\"Europe/Brussels\" selected=\"selected\">");
        assertThat(draw(Locale.ENGLISH, "new-site", pages.get("new-site")))
                .as("what a program sent and is none")
                .contains("<option value=\"\" selected>Choose a time zone</option>")
                .doesNotContain("data-guess", "selected=\"selected\"");
    }

    @Test
    void theFirstRunOffersNoWayBackToWhereNothingIs() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        assertThat(draw(Locale.ENGLISH, "new-camera-first", pages.get("new-camera-first")))
                .doesNotContain(">Cancel<");
        assertThat(draw(Locale.ENGLISH, "new-camera", pages.get("new-camera"))).contains(">Cancel<");
    }

    @Test
    void whoIAmIsSaidOnce() throws IOException {
        assertThat(draw(
                        Locale.ENGLISH,
                        "me-owner",
                        SamplePages.in(Locale.ENGLISH).get("me-owner")))
                .contains("<p><span>Site owner</span> · <span>Owner</span></p>");
    }

    @Test
    void whereNobodyIsChosenThereIsNobodysForm() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        assertThat(draw(Locale.ENGLISH, "people-choose", pages.get("people-choose")))
                .contains("Choose a person")
                .doesNotContain("/people/grants")
                .doesNotContainPattern("class=\"account\"[^>]*aria-current");
        assertThat(draw(Locale.ENGLISH, "people-unknown", pages.get("people-unknown")))
                .contains("No such person is in this organisation")
                .doesNotContain("/people/grants")
                .doesNotContainPattern("class=\"account\"[^>]*aria-current");
    }

    @Test
    void theTodayOfACameraLeadsToItsDayAndIsThereOnlyForWhoeverMayReplayIt() throws IOException {
        Map<String, View> pages = SamplePages.in(Locale.ENGLISH);

        assertThat(draw(Locale.ENGLISH, "camera", pages.get("camera")))
                .contains(
                        "<a class=\"day\" href=\"/t/northquay/recordings?camera=",
                        "&amp;day=2026-11-20\">",
                        "Today as a strip: 14 recordings, one gap");
        assertThat(draw(Locale.ENGLISH, "camera-no-replay", pages.get("camera-no-replay")))
                .doesNotContain("id=\"today\"", "class=\"strip tall\"");
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("pages")
    void aPageHasAllItsWordsAndNothingInline(Locale language, String name, View view) throws IOException {
        String html = draw(language, name, view);

        assertThat(html).as("without it browsers draw in quirks mode").startsWith("<!doctype html>");
        assertThat(html).as("a key without words").doesNotContain("??");
        assertThat(html).as("a part of Thymeleaf's that was not worked off").doesNotContainPattern("[\\s<]th:");
        assertThat(html).as("inline style").doesNotContainPattern("\\sstyle=").doesNotContain("<style");
        assertThat(html).as("inline script").doesNotContainPattern("<script(?![^>]*\\ssrc=)");
        assertThat(html).as("inline handler").doesNotContainPattern("<[^>]*\\son[a-z]+=");
        List<String> ids = all(ID, html);
        assertThat(ids).as("ids").doesNotHaveDuplicates();
        assertThat(all(LABELS, html).stream().flatMap(one -> Stream.of(one.split(" "))))
                .as("what labels, errors and menus point at")
                .isSubsetOf(ids);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("pages")
    void everyFormThatPostsCarriesTheSessionsToken(Locale language, String name, View view) throws IOException {
        String html = draw(language, name, view);

        int posts = html.split("method=\"post\"", -1).length;
        int tokens = html.split("name=\"csrf\" value=\"csrf-token\"", -1).length;
        assertThat(tokens).isEqualTo(posts);
    }

    @Test
    void everyTemplateIsDrawn() throws IOException {
        Set<String> drawn = Set.copyOf(SamplePages.in(Locale.ENGLISH).values().stream()
                .map(View::template)
                .toList());
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> ours = files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> TEMPLATES.relativize(file).toString().replaceFirst("\\.html$", ""))
                    .filter(name -> name.matches("(home|live|fleet|people|audit|settings|operator)/.*"))
                    .toList();

            assertThat(drawn).containsExactlyInAnyOrderElementsOf(ours);
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndNoneIsEmpty() throws IOException {
        Map<String, String> english = words(Locale.ENGLISH);
        Map<String, String> german = words(Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).doesNotContain("");
        assertThat(german.values()).doesNotContain("");
    }

    @Test
    void noWordsHaveALoneApostrophe_whichMessageFormatWouldSwallow() throws IOException {
        for (Locale language : LANGUAGES) {
            assertThat(words(language))
                    .allSatisfy(
                            (key, text) -> assertThat(text.replace("''", "")).doesNotContain("'"));
        }
    }

    @Test
    void everySymbolThatATemplateUsesExists() throws IOException {
        String icons = Files.readString(assets().resolve("icons.svg"));
        Pattern use = Pattern.compile("icons\\.svg#([a-z]+)\"");
        for (Map.Entry<String, View> page : SamplePages.in(Locale.ENGLISH).entrySet()) {
            for (String symbol : all(use, draw(Locale.ENGLISH, page.getKey(), page.getValue()))) {
                assertThat(icons).contains("<symbol id=\"" + symbol + "\"");
            }
        }
    }

    /** Keycloak reads nothing outside its own theme's folder, so the tokens lie there as well. */
    @Test
    void theLoginThemeWearsTheSameTokensAndSpeaksTheSameLanguages() throws IOException {
        Path login = Path.of("..", "themes", "keycloak", "vedette", "login");

        assertThat(login.resolve("resources/css/tokens.css")).hasSameTextualContentAs(assets().resolve("tokens.css"));
        assertThat(keys(login.resolve("messages/messages_de.properties")))
                .isEqualTo(keys(login.resolve("messages/messages_en.properties")));
    }

    private static Set<Object> keys(Path file) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        }
        return words.keySet();
    }

    private static String draw(Locale language, String name, View view) throws IOException {
        var out = new StringWriter();
        ENGINE.write(view.template(), view.model(), language, out);
        Path file = DRAWN.resolve(name + (language.equals(Locale.GERMAN) ? "-de" : "") + ".html");
        Files.createDirectories(DRAWN);
        Files.writeString(file, out.toString());
        return out.toString();
    }

    private static Path assets() {
        return Path.of("target", "classes", "assets");
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(PagesRenderTest::first).toList();
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    private static Map<String, String> words(Locale language) throws IOException {
        var words = new Properties();
        try (InputStream in = PagesRenderTest.class.getResourceAsStream("/messages/hub_" + language + ".properties")) {
            words.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        Map<String, String> map = new TreeMap<>();
        words.forEach((key, text) -> map.put(key.toString(), text.toString()));
        return map;
    }
}
