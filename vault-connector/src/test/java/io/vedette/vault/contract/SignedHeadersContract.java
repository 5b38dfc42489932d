package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStore;
import io.vedette.vault.SignedAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For stores whose signature covers the headers that go with an address: what was declared cannot be declared otherwise. */
public interface SignedHeadersContract {
    BlobStore testee();

    @Test
    default void anAddressWithoutItsHeadersPutsNothing() throws IOException, InterruptedException {
        byte[] content = bytes(1000);
        BlobKey key = fresh();
        SignedAddress address = address(key, content);

        assertThat(SignedAccessContract.ask(address.uri(), "PUT", content, Map.of())
                        .statusCode())
                .isEqualTo(403);

        assertThat(testee().find(key)).isEmpty();
    }

    @Test
    default void anAddressWithAnotherTypeThanDeclaredPutsNothing() throws IOException, InterruptedException {
        byte[] content = bytes(1000);
        BlobKey key = fresh();
        SignedAddress address = address(key, content);
        Map<String, String> other = new HashMap<>(address.headers());
        other.replaceAll((name, value) -> name.equals("content-type") ? "text/html" : value);

        assertThat(SignedAccessContract.ask(address.uri(), "PUT", content, other)
                        .statusCode())
                .isEqualTo(403);

        assertThat(testee().find(key)).isEmpty();
    }

    private SignedAddress address(BlobKey key, byte[] content) {
        return testee().signed().orElseThrow().put(key, spec(content), SignedAccessContract.MINUTE);
    }
}
