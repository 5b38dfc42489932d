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
