package io.vedette.vault.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureSettingsTest {
    private static final Secret KEY = ContainerServer.key("a key");

    @Test
    void withoutAnAddressItIsMicrosofts() {
        assertThat(new AzureSettings(Optional.empty(), "owner", KEY, "recordings", "").address())
                .isEqualTo(URI.create("https://owner.blob.core.windows.net"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://owner.blob.core.usgovcloudapi.net",
                "https://media.example/",
                "http://127.0.0.1:10000/owner",
                "http://azurite:10000/owner/"
            })
    void anAddressIsAHostOrAHostWithPortAndAccount(String address) {
        assertThat(at(address).address()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://media.example",
                "https://me:secret@media.example",
                "https://media.example?sv=1",
                "https://media.example/owner",
                "https://media.example:8443",
                "http://127.0.0.1:10000/another",
                "http://127.0.0.1:10000/owner/recordings"
            })
    void otherAddressesAreRefused(String address) {
        assertThatThrownBy(() -> at(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Recordings", "re--cordings", "-recordings", "recordings-", "re/cordings", "$root"})
    void aContainerHasANameThatAzureTakes(String container) {
        assertThatThrownBy(() -> new AzureSettings(Optional.empty(), "owner", KEY, container, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNotRepeated() {
        Secret secret = new Secret("not*base64");

        assertThatThrownBy(() -> new AzureSettings(Optional.empty(), "owner", secret, "recordings", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("not*")
                .hasNoCause();
        assertThatThrownBy(() -> new AzureSettings(Optional.empty(), "owner", new Secret(""), "recordings", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new AzureSettings(Optional.empty(), "owner", KEY, "recordings", ""))
                .asString()
                .doesNotContain(KEY.reveal());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 50_000L * (8 << 20), 50_000L * (8 << 20) + 1, 4L << 40})
    void noBlobHasMoreBlocksThanAzureTakes(long bytes) {
        assertThat(Math.ceilDiv(bytes, Sending.blockSize(bytes))).isLessThanOrEqualTo(50_000);
        assertThat(Sending.blockSize(bytes)).isGreaterThanOrEqualTo(8 << 20);
    }

    private static AzureSettings at(String address) {
        return new AzureSettings(Optional.of(URI.create(address)), "owner", KEY, "recordings", "");
    }
}
