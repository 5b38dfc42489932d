package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemPageTest {
    private static final URI PUBLIC = URI.create("https://hub.example.org");

    private final ProblemPage problems = new ProblemPage(new Templates(), PUBLIC);

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

    /** A browser that asks for a page. */
    private static HttpServletRequest asking(Locale language) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ProblemPageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getLocales" -> Collections.enumeration(List.of(language));
                    case "getHeader" -> "text/html";
                    case "getRequestURI" -> "/t/acme";
                    default -> null;
                });
    }
}
