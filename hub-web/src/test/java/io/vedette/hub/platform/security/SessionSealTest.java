package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

class SessionSealTest {
    private final SessionSeal seal = new SessionSeal(false);

    @Test
    void whoBringsTheSealIsLetIn() {
        assertThat(seal.unbroken(new Cookie[] {new Cookie("vedette", "id"), new Cookie("vedette-seal", "abc")}, "abc"))
                .isTrue();
    }

    @Test
    void aSessionsIdAloneIsNotEnough() {
        assertThat(seal.unbroken(new Cookie[] {new Cookie("vedette", "id")}, "abc"))
                .isFalse();
        assertThat(seal.unbroken(new Cookie[] {new Cookie("vedette-seal", "abd")}, "abc"))
                .isFalse();
        assertThat(seal.unbroken(new Cookie[] {new Cookie("vedette-seal", "")}, null))
                .isFalse();
        assertThat(seal.unbroken(null, "abc")).isFalse();
    }

    @Test
    void whoWasSignedInIsKnownByItsCookieUntilItIsForgotten() {
        assertThat(seal.brought(new Cookie[] {new Cookie("vedette-seal", "of a session that is over")}))
                .isTrue();
        assertThat(seal.brought(new Cookie[] {new Cookie("vedette", "id"), new Cookie("vedette-seal", "")}))
                .isFalse();
        assertThat(seal.brought(null)).isFalse();
        assertThat(seal.forgotten()).isEqualTo("vedette-seal=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    @Test
    void theCookieIsNotForScriptsAndNotForOtherSites() {
        assertThat(seal.cookie("abc")).isEqualTo("vedette-seal=abc; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void overTlsItIsBoundToTheHostAndNothingElseIsTaken() {
        var secure = new SessionSeal(true);

        assertThat(secure.cookie("abc")).isEqualTo("__Host-vedette-seal=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(secure.unbroken(new Cookie[] {new Cookie("vedette-seal", "abc")}, "abc"))
                .isFalse();
        assertThat(secure.unbroken(new Cookie[] {new Cookie("__Host-vedette-seal", "abc")}, "abc"))
                .isTrue();
    }
}
