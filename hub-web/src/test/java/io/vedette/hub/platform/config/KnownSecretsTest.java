package io.vedette.hub.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vedette.hub.platform.config.SettingsReader.UnusableSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is set where a secret belongs, and anybody would try: no hub starts with it. */
class KnownSecretsTest {
    private static final List<String> WORDS = List.of("admin", "changeme", "password", "secret", "vedette", "postgres");

    /** What a word becomes in the hands of whoever was told that it is too short, or that a key is in base64. */
    private static Stream<String> known() {
        Stream<String> guises = WORDS.stream().flatMap(word -> {
            String longer = word.repeat(5).substring(0, 24);
            byte[] bytes = longer.getBytes(StandardCharsets.UTF_8);
            byte[] forAKey = word.repeat(8).getBytes(StandardCharsets.UTF_8);
            return Stream.of(
                    word,
                    word + "1",
                    longer,
                    word + "-" + word + "-" + word + "!",
                    base64(bytes),
                    base64(forAKey),
                    HexFormat.of().formatHex(bytes));
        });
        Stream<String> numbers = Stream.of(
                "0".repeat(16),
                "0".repeat(64),
                base64(new byte[32]),
                base64(counted(1)),
                base64(counted(-1)),
                base64("password-secret-changeme-vedette-hub".getBytes(StandardCharsets.UTF_8)));
        Stream<String> ofOurPages = Stream.of(
                "...", "…", "openssl rand -base64 24", "openssl rand -base64 32", "VEDETTE_DB_OWNER_PASSWORD");
        return Stream.of(Stream.of("", " ", "a", "short"), guises, numbers, ofOurPages)
                .flatMap(some -> some);
    }

    private static Stream<Arguments> startMatrix() {
        return secrets().flatMap(setting -> known().map(value -> Arguments.of(setting, value)));
    }

    @ParameterizedTest
    @MethodSource("startMatrix")
    void noHubStartsWithASecretThatAnybodyWouldTry(HubSetting setting, String value) {
        UnusableSettings refused = catchThrowableOfType(
                UnusableSettings.class,
                () -> complete().with(setting.key(), value).read());

        if (value.isBlank() && !(setting.need() instanceof HubSetting.Need.Must)) {
            assertThat(refused == null || refused.faults().getFirst().equals(setting.key() + " is not set"))
                    .as("left out: what it guards is off, or it is asked for by its name")
                    .isTrue();
            return;
        }
        assertThat(refused).as("%s=%s", setting.key(), value).isNotNull();
        assertThat(refused.faults())
                .filteredOn(fault -> fault.startsWith(setting.key() + " "))
                .singleElement()
                .asString()
                .matches(".* (is not set|is too short: .*|can be guessed: make one with .*|is not base64)");
        assertThat(refused.faults())
                .extracting(fault -> fault.substring(fault.indexOf(' ')))
                .as("it is not shown")
                .noneMatch(words -> value.length() > 8 && !value.startsWith("openssl") && words.contains(value));
    }

    @Test
    void eachSecretThatWasMadeAtRandomIsTaken() {
        for (HubSetting setting : secrets().toList()) {
            for (int seed = 0; seed < 200; seed++) {
                byte[] bytes = new byte[setting.kind() == HubSetting.Kind.KEY ? 32 : 24];
                new Random(seed).nextBytes(bytes);
                String made = seed % 2 == 0 || setting.kind() == HubSetting.Kind.KEY
                        ? base64(bytes)
                        : HexFormat.of().formatHex(bytes);
                var settings = complete().with(setting.key(), made);
                assertThatNoException().as("%s, seed %d", setting.key(), seed).isThrownBy(settings::read);
            }
        }
    }

    private static Settings complete() {
        return new Settings()
                .with("VEDETTE_AUDIT_WEBHOOK", "https://notary.example.org/heads")
                .with("VEDETTE_AUDIT_WEBHOOK_KEY", "uJ6tW0eRz8KpS3xV");
    }

    /** The password at a mail server is not ours to choose. */
    private static Stream<HubSetting> secrets() {
        return Arrays.stream(HubSetting.values())
                .filter(HubSetting::secret)
                .filter(setting -> setting.kind() != HubSetting.Kind.PASSWORD);
    }

    private static byte[] counted(int step) {
        byte[] bytes = new byte[32];
        IntStream.range(0, 32).forEach(at -> bytes[at] = (byte) (step * at));
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
