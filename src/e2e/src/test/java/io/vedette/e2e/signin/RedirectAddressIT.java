package io.vedette.e2e.signin;

import static io.vedette.e2e.signin.Visitor.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.e2e.api.Answer;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.stack.Stack;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Where a code, or a browser, would be sent to: to the hub's one address and nowhere else. Whoever asks is signed in at Keycloak,
 * so that nothing but the address stands in the way of a code.
 */
@EndToEnd
@Order(12)
class RedirectAddressIT {
    private Stack stack;
    private Visitor guard;
    private String protocol;
    private String callback;

    @BeforeEach
    void enter(House house) {
        stack = house.stack();
        guard = Visitor.signedIn(stack, "guard");
        protocol = stack.keycloak() + "/realms/vedette/protocol/openid-connect";
        callback = stack.hub() + "/login/callback";
    }

    @Test
    void aCodeGoesToTheOneAddressOfTheHub() {
        assertThat(guard.get(asksForACode("hub", "&redirect_uri=" + encoded(callback)))
                        .header("Location"))
                .startsWith(callback + "?")
                .contains("&code=");
        assertThat(guard.get(asksForACode("hub", "&redirect_uri=" + encoded(callback + "%00")))
                        .header("Location"))
                .as("what is taken in spite of its end loses it")
                .startsWith(callback + "?");
        var softly = new SoftAssertions();
        for (String variant : Variants.of("redirect-variants.txt", stack.hub())) {
            refused(softly, variant, asksForACode("hub", "&redirect_uri=" + encoded(variant)));
        }
        softly.assertAll();
    }

    @Test
    void norIsAnAddressTakenThatComesTwiceOrNotAtAll() {
        String good = "&redirect_uri=" + encoded(callback);
        String evil = "&redirect_uri=" + encoded("http://evil.example/login/callback");
        var softly = new SoftAssertions();
        for (String parameters : List.of("", "&redirect_uri=", good + evil, evil + good, good + good)) {
            String to = guard.get(asksForACode("hub", parameters)).header("Location");
            softly.assertThat(to).as(parameters).doesNotContain("code=");
            softly.assertThat(to.isEmpty() || to.startsWith(callback + "?error="))
                    .as("%s leads to %s", parameters, to)
                    .isTrue();
        }
        softly.assertAll();
    }

    @Test
    void aCodeForAProgramStaysOnThisMachine() {
        assertThat(guard.get(asksForACode("vedette-api", "&redirect_uri=" + encoded("http://127.0.0.1:1/done")))
                        .header("Location"))
                .startsWith("http://127.0.0.1:1/done?");
        var softly = new SoftAssertions();
        for (String variant : Variants.of("redirect-variants.txt", stack.hub())) {
            String to = guard.get(asksForACode("vedette-api", "&redirect_uri=" + encoded(variant)))
                    .header("Location");
            softly.assertThat(to.isEmpty() || "127.0.0.1".equals(hostOf(to)))
                    .as("%s leads to %s", variant, to)
                    .isTrue();
        }
        softly.assertAll();
    }

    @Test
    void aSignOutLeadsToTheOneAddressOfTheHub() {
        String way = guard.signsOut();
        String home = "post_logout_redirect_uri=" + encoded(stack.hub() + "/");
        assertThat(way).startsWith(protocol + "/logout?").contains(home);
        var softly = new SoftAssertions();
        for (String variant : Variants.of("redirect-variants.txt", stack.hub())) {
            if (!variant.equals(stack.hub() + "/")) {
                refused(softly, variant, way.replace(home, "post_logout_redirect_uri=" + encoded(variant)));
                refused(
                        softly,
                        "without a token, " + variant,
                        protocol + "/logout?client_id=hub&post_logout_redirect_uri=" + encoded(variant));
            }
        }
        softly.assertAll();

        assertThat(guard.get(way).header("Location")).isEqualTo(stack.hub() + "/");
    }

    @Test
    void whateverWasAskedForTheWayBackStaysAtTheHub() {
        assertThat(wayBack("/t/acme?day=2026-11-20")).endsWith("/t/acme?day=2026-11-20");
        var softly = new SoftAssertions();
        for (String asked : Variants.of("ways-back.txt", stack.hub())) {
            String to = wayBack(asked);
            softly.assertThat(to.isEmpty() || staysAtTheHub(to))
                    .as("%s leads to %s", asked, to)
                    .isTrue();
        }
        softly.assertAll();
    }

    /** Where the hub sends a browser after the sign-in that this request began; empty when it began none. */
    private String wayBack(String requestTarget) {
        guard.forgetsTheHub();
        Answer begun = guard.raw(requestTarget);
        if (!begun.header("Location").startsWith(stack.keycloak().toString())) {
            assertThat(begun.header("Location"))
                    .as(requestTarget)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            to -> assertThat(staysAtTheHub(to)).isTrue());
            return "";
        }
        Answer welcome = guard.get(guard.get(begun.header("Location")).header("Location"));
        assertThat(welcome.status()).as(requestTarget).isEqualTo(303);
        return welcome.header("Location");
    }

    /** As browsers read it: they take a backslash for a slash, and leave out tabs and line ends (WHATWG URL, section 4.4). */
    private boolean staysAtTheHub(String location) {
        String read = location.replace('\\', '/').replaceAll("[\\t\\r\\n]", "").strip();
        return (read.startsWith("/") && !read.startsWith("//")) || read.startsWith(stack.hub() + "/");
    }

    private void refused(SoftAssertions softly, String what, String address) {
        Answer answer = guard.get(address);
        softly.assertThat(answer.status()).as(what).isEqualTo(400);
        softly.assertThat(answer.header("Location")).as(what).isEmpty();
    }

    private String asksForACode(String client, String parameters) {
        return protocol + "/auth?client_id=" + client + "&response_type=code&scope=openid&state=s&nonce=n"
                + "&code_challenge_method=S256&code_challenge=" + "c".repeat(43) + parameters;
    }

    private static String hostOf(String location) {
        return URI.create(location).getHost();
    }
}
