package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class BroughtTest {
    private static final URI OURS = URI.create("https://login.example/realms/vedette");
    private static final List<String> ISSUER = List.of(OURS.toString());
    private static final List<String> STATE = List.of("s");
    private static final List<String> CODE = List.of("c");
    private static final List<String> NONE = List.of();

    @Test
    void whatComesOnceCounts() {
        assertThat(Brought.of(STATE, CODE, ISSUER, NONE, OURS)).isEqualTo(new Brought("s", "c"));
        assertThat(Brought.of(STATE, CODE, NONE, NONE, OURS))
                .as("a provider that does not name itself")
                .isEqualTo(new Brought("s", "c"));
    }

    @Test
    void whatComesTwiceOrNotAtAllIsNone() {
        assertThat(Brought.of(List.of("s", "s"), CODE, ISSUER, NONE, OURS)).isEqualTo(new Brought(null, "c"));
        assertThat(Brought.of(STATE, List.of("c", "d"), ISSUER, NONE, OURS)).isEqualTo(new Brought("s", null));
        assertThat(Brought.of(NONE, NONE, ISSUER, NONE, OURS)).isEqualTo(new Brought(null, null));
    }

    @Test
    void aReturnOfAnotherIssuerBringsNothing() {
        for (List<String> issuer : List.of(
                List.of("https://evil.example/realms/vedette"),
                List.of(OURS + "/"),
                List.of(""),
                List.of(OURS.toString(), OURS.toString()))) {
            assertThat(Brought.of(STATE, CODE, issuer, NONE, OURS))
                    .as(issuer.toString())
                    .isEqualTo(new Brought(null, null));
        }
    }

    @Test
    void anErrorBringsNoCodeButEndsItsOwnSignIn() {
        assertThat(Brought.of(STATE, CODE, ISSUER, List.of("access_denied"), OURS))
                .isEqualTo(new Brought("s", null));
    }

    @Test
    void theCodeIsNotPrinted() {
        assertThat(Brought.of(STATE, CODE, ISSUER, NONE, OURS).toString())
                .doesNotContain("c,")
                .doesNotContain("=c");
    }
}
