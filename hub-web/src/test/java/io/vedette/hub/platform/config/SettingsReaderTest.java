package io.vedette.hub.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.hub.platform.config.SettingsReader.UnusableSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private static final String CERTIFICATE_PASSWORD = "gK3vW8sJq2Zx7Lr5";

    @Test
    void acceptsACompleteEnvironmentAndListensOnLoopbackUnlessTold() {
        HubSettings settings = new Settings().read();

        assertThat(settings.network().bind().isLoopbackAddress()).isTrue();
        assertThat(settings.network().trustedProxies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HubSetting.class)
    void namesEverySettingThatMustBeThereAndIsNot(HubSetting setting) {
        Settings spoiled = new Settings().without(setting.key());

        if (setting.need() instanceof HubSetting.Need.Must) {
            assertThat(faults(spoiled)).containsExactly(setting.key() + " is not set");
        } else {
            assertThatNoException().isThrownBy(spoiled::read);
        }
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Settings spoiled = new Settings()
                .without("VEDETTE_PUBLIC_URL")
                .with("VEDETTE_DB_PASSWORD", "short")
                .with("VEDETTE_VAULT_DIR", "vault")
                .with("VEDETTE_TICKET_KEY", "no base64!");

        assertThat(faults(spoiled))
                .extracting(fault -> fault.split(" ")[0])
                .containsExactly(
                        "VEDETTE_PUBLIC_URL", "VEDETTE_DB_PASSWORD", "VEDETTE_TICKET_KEY", "VEDETTE_VAULT_DIR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changemechangeme",
                "change-me-please!",
                "PasswordPassword1",
                "vedette-hub-secret",
                "0123456789abcdef",
                "aaaaaaaaaaaaaaaaaaaa",
                "abababababababababab"
            })
    void refusesSecretsThatAnybodyWouldTryFirst(String known) {
        for (HubSetting setting : secretsOf(HubSetting.Kind.SECRET)) {
            assertThat(faults(new Settings().with(setting.key(), known)))
                    .singleElement()
                    .asString()
                    .startsWith(setting.key() + " can be guessed")
                    .doesNotContain(known);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, can be guessed",
        "c2hvcnQ=, is too short",
        "'***', is not base64"
    })
    void refusesAKeyThatIsNone(String key, String words) {
        assertThat(faults(new Settings().with("VEDETTE_TICKET_KEY", key)))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_TICKET_KEY " + words);
    }

    @Test
    void wantsTwoPasswordsForTwoRoles() {
        String one = "fN3x9Qk2LwZr7TtB";

        assertThat(faults(new Settings().with("VEDETTE_DB_PASSWORD", one).with("VEDETTE_DB_OWNER_PASSWORD", one)))
                .containsExactly("VEDETTE_DB_OWNER_PASSWORD is the same as VEDETTE_DB_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "2001:db8::1"})
    void doesNotListenBeyondThisMachineWithoutATrustedProxy(String bind) {
        assertThat(faults(new Settings().with("VEDETTE_BIND_ADDRESS", bind)))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_BIND_ADDRESS is not loopback")
                .contains("VEDETTE_TRUSTED_PROXIES");
        assertThatNoException()
                .isThrownBy(() -> new Settings()
                        .with("VEDETTE_BIND_ADDRESS", bind)
                        .with("VEDETTE_TRUSTED_PROXIES", "192.0.2.1, 2001:db8::2")
                        .read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "0.0.0.0", "10.0.0.0/8", "999.1.1.1"})
    void takesNoNameNoNetworkAndNotEverybodyForAProxy(String proxy) {
        assertThat(faults(new Settings().with("VEDETTE_TRUSTED_PROXIES", proxy)))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_TRUSTED_PROXIES ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cameras.example.org",
                "ftp://cameras.example.org",
                "cameras.example.org",
                "https://a:b@cameras.example.org",
                "https://cameras.example.org/hub",
                "https://cameras.example.org?x=1",
                "ht tp://"
            })
    void refusesAPublicAddressThatIsNoneOrNotSafe(String url) {
        assertThat(faults(new Settings().with("VEDETTE_PUBLIC_URL", url)))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_PUBLIC_URL ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:18480", "http://localhost:8080/", "http://[::1]:8080", "http://hub.localhost"})
    void allowsPlainHttpOnThisMachine(String url) {
        assertThatNoException()
                .isThrownBy(() -> new Settings().with("VEDETTE_PUBLIC_URL", url).read());
    }

    @Test
    void writesTheLogForPeopleUnlessToldAndInNoOtherWayThanTheTwo() {
        assertThat(new Settings().read().logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(new Settings().with("VEDETTE_LOG_FORMAT", "json").read().logFormat())
                .isEqualTo(LogFormat.JSON);
        assertThatThrownBy(
                        () -> new Settings().with("VEDETTE_LOG_FORMAT", "xml").read())
                .hasMessageContaining("VEDETTE_LOG_FORMAT is neither text nor json");
    }

    @Test
    void keepsAPasswordOutOfTheDatabaseAddress() {
        assertThat(faults(new Settings().with("VEDETTE_DB_URL", "jdbc:postgresql://h/d?password=fN3x9Qk2LwZr7TtB")))
                .containsExactly("VEDETTE_DB_URL holds a password: that belongs in VEDETTE_DB_PASSWORD");
    }

    @Test
    void aCertificateOpensTheHubToOthersWithoutAProxy(@TempDir Path folder) throws Exception {
        Path file = TestCertificate.write(folder, "hub", CERTIFICATE_PASSWORD);

        HubSettings read = certified(file).read();

        assertThat(read.network().ownCertificate()).isTrue();
        assertThat(read.network().trustedProxies()).isEmpty();
    }

    @Test
    void refusesACertificateThatTheServerCouldNotUse(@TempDir Path folder) throws Exception {
        Path other = TestCertificate.write(folder, "other", CERTIFICATE_PASSWORD);

        assertThat(faults(certified(other))).singleElement().asString().contains("alias hub");
        assertThat(faults(certified(other).with("VEDETTE_TLS_KEYSTORE_PASSWORD", "rW6pN1yD9vTz3HqM")))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_TLS_KEYSTORE cannot be read")
                .doesNotContain("rW6pN1yD9vTz3HqM");
        assertThat(faults(certified(folder.resolve("none.p12"))))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_TLS_KEYSTORE cannot be read");
    }

    @Test
    void aCertificateComesWithItsPasswordAndAnHttpsAddress(@TempDir Path folder) throws Exception {
        Path file = TestCertificate.write(folder, "hub", CERTIFICATE_PASSWORD);

        assertThat(faults(certified(file).without("VEDETTE_TLS_KEYSTORE_PASSWORD")))
                .containsExactly("VEDETTE_TLS_KEYSTORE_PASSWORD is not set");
        assertThat(faults(certified(file).with("VEDETTE_PUBLIC_URL", "http://127.0.0.1:18480")))
                .singleElement()
                .asString()
                .startsWith("VEDETTE_PUBLIC_URL is plain http");
    }

    @Test
    void mailsNeedAServerASenderAndTlsToAnotherMachine() {
        assertThat(new Settings().read().mail()).isEmpty();
        assertThat(faults(new Settings().with("VEDETTE_AUDIT_MAIL", "keeper@example.org")))
                .containsExactly("VEDETTE_SMTP_HOST is not set, and mails are to be sent");
        assertThat(faults(new Settings()
                        .with("VEDETTE_SMTP_HOST", "mail.example.org")
                        .with("VEDETTE_SMTP_PORT", "70000")
                        .with("VEDETTE_SMTP_FROM", "hub@example.org\nBcc: all@example.org")
                        .with("VEDETTE_SMTP_TLS", "none")
                        .with("VEDETTE_SMTP_USER", "hub")))
                .hasSize(4)
                .satisfiesExactly(
                        from -> assertThat(from).startsWith("VEDETTE_SMTP_FROM is not an e-mail address"),
                        port -> assertThat(port).isEqualTo("VEDETTE_SMTP_PORT is not a port"),
                        tls -> assertThat(tls).startsWith("VEDETTE_SMTP_TLS is none, but"),
                        password -> assertThat(password).isEqualTo("VEDETTE_SMTP_PASSWORD is not set"));
    }

    @Test
    void aMailServerOnThisMachineNeedsNoTlsAndAPasswordMayBeShort() {
        HubSettings read = new Settings()
                .with("VEDETTE_AUDIT_MAIL", "keeper@example.org, notary@example.org")
                .with("VEDETTE_SMTP_HOST", "127.0.0.1")
                .with("VEDETTE_SMTP_FROM", "hub@example.org")
                .with("VEDETTE_SMTP_TLS", "none")
                .with("VEDETTE_SMTP_USER", "hub")
                .with("VEDETTE_SMTP_PASSWORD", "tiger-7")
                .read();

        assertThat(read.audit().mailTo()).containsExactly("keeper@example.org", "notary@example.org");
        assertThat(read.mail().orElseThrow().port()).isEqualTo(587);
        assertThat(read.toString()).doesNotContain("tiger-7");
    }

    private static Settings certified(Path file) {
        return new Settings()
                .with("VEDETTE_BIND_ADDRESS", "0.0.0.0")
                .with("VEDETTE_TLS_KEYSTORE", file.toString())
                .with("VEDETTE_TLS_KEYSTORE_PASSWORD", CERTIFICATE_PASSWORD);
    }

    @Test
    void readsHowMuchIsToStayFreeAndNamesWhatItIsNot() {
        assertThat(new Settings().read().stores().keepFree()).isEmpty();
        assertThat(new Settings()
                        .with("VEDETTE_KEEP_FREE", "10%")
                        .read()
                        .stores()
                        .keepFree()
                        .orElseThrow()
                        .of(2000))
                .isEqualTo(200);
        assertThat(new Settings()
                        .with("VEDETTE_KEEP_FREE", "50 GB")
                        .read()
                        .stores()
                        .keepFree()
                        .orElseThrow()
                        .of(2000))
                .isEqualTo(50_000_000_000L);
        for (String wrong : List.of("0%", "91%", "0", "much", "-5 GB", "999999999999999 TB")) {
            assertThat(faults(new Settings().with("VEDETTE_KEEP_FREE", wrong)))
                    .as(wrong)
                    .hasSize(1)
                    .allMatch(fault -> fault.startsWith("VEDETTE_KEEP_FREE "));
        }
    }

    @Test
    void showsNoSecretOfTheSettings() {
        Settings given = new Settings();
        String shown = given.read().toString();

        for (HubSetting setting : HubSetting.values()) {
            if (setting.secret()) {
                assertThat(shown).doesNotContain(String.valueOf(given.values.get(setting.key())));
            }
        }
    }

    @Test
    void endsTheProcessInWordsWhenTheSettingsCannotBeUsed() {
        var said = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();

        assertThatThrownBy(() -> SettingsProducer.read(
                        name -> Optional.empty(), new PrintStream(said, true, StandardCharsets.UTF_8), ends::add))
                .isInstanceOf(UnusableSettings.class);

        assertThat(ends).containsExactly(SettingsProducer.EXIT_CODE);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .contains("  VEDETTE_TICKET_KEY is not set", "  VEDETTE_DB_PASSWORD is not set");
    }

    private static List<HubSetting> secretsOf(HubSetting.Kind kind) {
        return Arrays.stream(HubSetting.values())
                .filter(one -> one.kind() == kind)
                .toList();
    }

    private static List<String> faults(Settings settings) {
        UnusableSettings thrown = catchThrowableOfType(UnusableSettings.class, settings::read);
        return thrown == null ? List.of() : thrown.faults();
    }
}
