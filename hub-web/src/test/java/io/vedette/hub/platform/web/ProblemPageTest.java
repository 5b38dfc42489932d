package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.hub.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemPageTest {
    private static final URI PUBLIC = URI.create("https://hub.example.org");

    private final ProblemPage problems =
            new ProblemPage(new Templates(), (request, address) -> Optional.empty(), PUBLIC);

    static Stream<Arguments> problems() {
        return Languages.SPOKEN.stream()
                .flatMap(language -> Stream.of(Problem.values()).map(problem -> Arguments.of(language, problem)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("problems")
    void aProblemHasItsWordsAndAWayOut(Locale language, Problem problem) {
        ProblemPage.Rendered page = problems.render(asking(language), problem, List.of());

        String html = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(html).contains("lang=\"" + language.getLanguage() + "\"").doesNotContain("??");
        String home = problem == Problem.MISDIRECTED ? PUBLIC + "/" : "/";
        assertThat(html).contains("<a class=\"button main\" href=\"" + home + "\">");
    }

    @Test
    void aPartOfAnAddressThatCannotBeReadIsNamedWithWhatItMustBe() {
        assertThat(told(() -> Asked.day("day", "yesterday")))
                .contains("The part “day” of the address says “yesterday”.", "written like 2026-11-28.");
        assertThat(told(() -> Asked.instant("from", "2026-11-28")))
                .contains("The part “from” of the address", "written like 2026-11-28T14:00:00Z.");
        assertThat(told(() -> Asked.number("page", "two"))).contains("“page”", "a whole number");
        assertThat(told(() -> Asked.choice("state", "asleep", List.of("lost", "online"), code -> code)))
                .contains("“state”", "“asleep”", "one of these: lost, online.");
    }

    @Test
    void whatStrangersWriteIntoAnAddressIsTextAndNotEndless() {
        assertThat(told(() -> Asked.day("day", "<b>" + "x".repeat(500)))).contains("&lt;b&gt;xxx", "…”");
    }

    @Test
    void whoeverIsSignedInKeepsTheFrameUnlessTheFaultIsOurs() {
        var framed = new ProblemPage(new Templates(), (request, address) -> Optional.of(frame(address)), PUBLIC);

        assertThat(html(framed, Problem.NOT_FOUND))
                .contains("<nav class=\"rail\"", "href=\"/t/acme/cameras\"", "Not found");
        assertThat(html(framed, Problem.FAULT)).doesNotContain("class=\"rail\"");
        assertThat(html(problems, Problem.NOT_FOUND)).doesNotContain("class=\"rail\"");
    }

    @Test
    void whoeverIsSignedInAndLetInNowhereCanSignOut() {
        for (Problem problem : List.of(Problem.SUSPENDED, Problem.NO_TENANT)) {
            assertThat(html(problems, problem))
                    .contains("action=\"/login/end\"", "name=\"csrf\" value=\"the-secret\"", "Sign out");
        }
        assertThat(html(problems, Problem.NOT_FOUND)).doesNotContain("/login/end");
    }

    private static Map<String, Object> frame(String address) {
        assertThat(address).isEqualTo("/t/acme");
        return Drawn.frame(Role.VIEWER, Map.of("acme", "Acme"));
    }

    private static String html(ProblemPage page, Problem problem) {
        return new String(
                page.render(asking(Locale.ENGLISH), problem, List.of()).body(), StandardCharsets.UTF_8);
    }

    private String told(ThrowingCallable read) {
        var refusal = catchThrowableOfType(Refusal.class, read);
        assertThat(refusal.problem()).isEqualTo(Problem.INVALID);
        var page = problems.render(asking(Locale.ENGLISH), refusal.problem(), refusal.details());
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    @Test
    void whoseSessionEndedComesByTheSignInToWhereTheyWere() {
        assertThat(page(asking(Locale.ENGLISH), Problem.SESSION_ENDED, "/t/acme/found?place=vault&day=1"))
                .contains("Sign in and you come back here", "href=\"/t/acme/found?place=vault&amp;day=1\"")
                .doesNotContain("kept-words.js");
    }

    @Test
    void whoSentAFormAfterTheirSessionComesBackToThatFormAndToNoOtherSite() {
        assertThat(page(asking(Locale.ENGLISH, PUBLIC + "/t/acme/sites/new?a=b"), Problem.NOT_SAVED))
                .contains("Nothing was saved", "href=\"/t/acme/sites/new?a=b\"", "data-unsaved", "kept-words.js");
        for (String foreign : List.of("https://hub.example.org.evil/x", "http://hub.example.org/x", "/x")) {
            assertThat(page(asking(Locale.ENGLISH, foreign), Problem.NOT_SAVED))
                    .as(foreign)
                    .contains("href=\"/\"");
        }
        assertThat(page(asking(Locale.ENGLISH, PUBLIC + "//evil.example/x"), Problem.NOT_SAVED))
                .contains("href=\"/evil.example/x\"");
    }

    private String page(HttpServletRequest request, Problem problem, Object... details) {
        return new String(problems.render(request, problem, List.of(details)).body(), StandardCharsets.UTF_8);
    }

    private static HttpServletRequest asking(Locale language) {
        return asking(language, "");
    }

    /** A browser that asks for a page, in a session. */
    private static HttpServletRequest asking(Locale language, String referer) {
        var session = Proxy.newProxyInstance(
                ProblemPageTest.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> method.getName().equals("getAttribute") ? "the-secret" : null);
        return (HttpServletRequest) Proxy.newProxyInstance(
                ProblemPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLocales" -> Collections.enumeration(List.of(language));
                    case "getHeader" -> arguments[0].equals("Referer") ? referer : "text/html";
                    case "getRequestURI" -> "/t/acme";
                    case "getSession" -> session;
                    default -> null;
                });
    }
}
