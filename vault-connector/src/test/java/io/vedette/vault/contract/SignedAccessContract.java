package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStore;
import io.vedette.vault.SignedAccess;
import io.vedette.vault.SignedAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Addresses that let others in, asked by a client that knows nothing of the store. */
public interface SignedAccessContract {
    Duration MINUTE = Duration.ofMinutes(1);

    BlobStore testee();

    /**
     * The statuses by which the store says no to a second blob under a key. Where the address names the condition, the store says that it
     * was not met; where the address lacks the right to write over, the store says that it is not allowed.
     */
    default Set<Integer> noToASecondBlob() {
        return Set.of(409, 412);
    }

    @Test
    default void aSignedAddressGivesTheBlobAndItsRanges() throws Exception {
        byte[] content = bytes(100_000);
        BlobKey key = stored(content);

        SignedAddress address = signed().get(key, MINUTE);

        HttpResponse<byte[]> whole = ask(address.uri(), "GET", new byte[0], address.headers());
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(whole.headers().firstValue("content-type")).hasValue("video/mp4");
        HttpResponse<byte[]> range = ask(address.uri(), "GET", new byte[0], Map.of("Range", "bytes=70000-70999"));
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(content, 70_000, 71_000));
    }

    @Test
    default void aSignedAddressEnds() throws Exception {
        SignedAddress address = signed().get(stored(bytes(10)), Duration.ofSeconds(1));

        int status = 200;
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (status == 200 && System.nanoTime() < deadline) {
            status = ask(address.uri(), "GET", new byte[0], Map.of()).statusCode();
        }

        assertThat(status).isEqualTo(403);
    }

    @Test
    default void aSignedAddressOpensNothingElse() throws Exception {
        BlobKey key = stored(bytes(10));
        BlobKey other = stored(bytes(20));
        SignedAddress address = signed().get(key, MINUTE);

        URI bent = URI.create(address.uri().toString().replace(name(key), name(other)));
        assertThat(bent).isNotEqualTo(address.uri());
        assertThat(ask(bent, "GET", new byte[0], Map.of()).statusCode()).isEqualTo(403);
        assertThat(ask(address.uri(), "DELETE", new byte[0], Map.of()).statusCode())
                .isEqualTo(403);
        Map<String, String> asToPut = signed().put(key, spec(bytes(30)), MINUTE).headers();
        assertThat(ask(address.uri(), "PUT", bytes(30), asToPut).statusCode()).isEqualTo(403);
        URI bare = URI.create(address.uri().toString().replaceAll("\\?.*", ""));
        assertThat(ask(bare, "GET", new byte[0], Map.of()).statusCode()).isIn(401, 403, 404, 409);
        assertThat(testee().verify(key).bytes()).isEqualTo(10);
    }

    @Test
    default void aSignedAddressTakesTheDeclaredBlob() throws Exception {
        byte[] content = bytes(50_000);
        BlobKey key = fresh();
        SignedAddress address = signed().put(key, spec(content), MINUTE);

        assertThat(ask(address.uri(), "PUT", content, address.headers()).statusCode())
                .isIn(200, 201);

        assertThat(testee().verify(key).sameContentAs(spec(content))).isTrue();
    }

    @Test
    default void aSignedAddressTakesNoMoreAndNoLessThanDeclared() throws Exception {
        byte[] content = bytes(1000);
        BlobKey key = fresh();
        SignedAddress address = signed().put(key, spec(content), MINUTE);

        ask(address.uri(), "PUT", bytes(1001), address.headers());
        ask(address.uri(), "PUT", bytes(999), address.headers());

        assertThat(found(key)).isFalse();
    }

    @Test
    default void aSignedAddressDoesNotWriteOverABlob() throws Exception {
        byte[] content = bytes(1000);
        BlobKey key = stored(content);
        byte[] other = content.clone();
        other[5]++;
        SignedAddress address = signed().put(key, spec(other), MINUTE);

        assertThat(ask(address.uri(), "PUT", other, address.headers()).statusCode())
                .isIn(noToASecondBlob());

        assertThat(testee().verify(key).sameContentAs(spec(content))).isTrue();
    }

    @Test
    default void aSignedAddressDoesNotShowWhatSignsIt() {
        SignedAddress address = signed().get(fresh(), MINUTE);

        assertThat(address.toString()).doesNotContain("?").doesNotContain("ignature");
    }

    @Test
    default void nothingIsSignedForLongerThanAWeek() {
        assertThatThrownBy(() -> signed().get(fresh(), Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signed().put(fresh(), spec(bytes(1)), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SignedAccess signed() {
        return testee().signed().orElseThrow();
    }

    private BlobKey stored(byte[] content) throws IOException {
        BlobKey key = fresh();
        testee().put(key, body(content), spec(content));
        return key;
    }

    private boolean found(BlobKey key) {
        try {
            return testee().find(key).isPresent();
        } catch (io.vedette.vault.BlobCorrupt e) {
            return false; // not seen as a blob, which is what matters
        }
    }

    private static String name(BlobKey key) {
        return key.path().substring(key.path().lastIndexOf('/') + 1);
    }

    static HttpResponse<byte[]> ask(URI uri, String method, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(30))
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
