package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static io.vedette.vault.contract.SignedAccessContract.MINUTE;
import static io.vedette.vault.contract.SignedAccessContract.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStore;
import io.vedette.vault.PartPlan;
import io.vedette.vault.PartsId;
import io.vedette.vault.SentPart;
import io.vedette.vault.Sha256;
import io.vedette.vault.SignedAddress;
import io.vedette.vault.SignedParts;
import io.vedette.vault.SignedParts.Completed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts that others send, by a client that knows nothing of the store. */
public interface SignedPartsContract {
    /** A whole part and a rest. */
    byte[] TWO_PARTS = bytes((8 << 20) + 5000);

    byte[] ONE_PART = bytes(1000);

    BlobStore testee();

    /** How many uploads in parts the store knows. */
    int openUploads();

    /** Whether the store compares the bytes of a part with their hash. */
    default boolean checksParts() {
        return true;
    }

    @Test
    default void partsThatOthersSendBecomeTheDeclaredBlob() throws Exception {
        BlobKey key = fresh();
        PartsId id = parts().begin(key, spec(TWO_PARTS));
        PartPlan plan = parts().plan(TWO_PARTS.length);
        assertThat(plan.count()).isEqualTo(2);

        assertThat(send(key, id, TWO_PARTS, 1)).isEqualTo(200);
        assertThat(parts().complete(key, id, spec(TWO_PARTS))).isEqualTo(new Completed.Missing(plan.length(1)));
        assertThat(testee().find(key)).as("half of it").isEmpty();
        assertThat(parts().sent(key, id)).containsExactly(new SentPart(1, plan.length(1)));
        assertThat(send(key, id, TWO_PARTS, 2)).isEqualTo(200);
        Completed completed = parts().complete(key, id, spec(TWO_PARTS));

        assertThat(completed)
                .isInstanceOfSatisfying(
                        Completed.Whole.class, whole -> assertThat(whole.blob()).isEqualTo(testee().verify(key)));
        assertThat(testee().info(key).sameContentAs(spec(TWO_PARTS))).isTrue();
        assertThat(testee().info(key).contentType()).isEqualTo("video/mp4");
        assertThat(parts().complete(key, id, spec(TWO_PARTS))).as("again").isEqualTo(completed);
        assertThat(parts().sent(key, id)).isEmpty();
        assertThat(openUploads()).isZero();
    }

    @Test
    default void aPartThatIsSentAgainTakesThePlaceOfTheFirst() throws Exception {
        BlobKey key = fresh();
        byte[] other = bytes(1000).clone();
        other[0]++;
        PartsId id = parts().begin(key, spec(ONE_PART));
        send(key, id, other, 1);

        send(key, id, ONE_PART, 1);

        assertThat(parts().complete(key, id, spec(ONE_PART))).isInstanceOf(Completed.Whole.class);
    }

    @Test
    default void otherBytesThanDeclaredAreNeverABlobAndDoNotStay() throws Exception {
        BlobKey key = fresh();
        byte[] other = ONE_PART.clone();
        other[5]++;
        PartsId id = parts().begin(key, spec(ONE_PART));
        send(key, id, other, 1);

        assertThat(parts().complete(key, id, spec(ONE_PART))).isEqualTo(new Completed.Wrong());

        assertThat(testee().find(key)).isEmpty();
        assertThat(openUploads()).isZero();
        assertThat(parts().complete(key, id, spec(ONE_PART))).isEqualTo(new Completed.Unknown());
    }

    @Test
    default void aBlobThatIsThereStays() throws Exception {
        BlobKey key = fresh();
        PartsId id = parts().begin(key, spec(ONE_PART));
        send(key, id, ONE_PART, 1);
        testee().put(key, body(bytes(20)), spec(bytes(20)));

        assertThatThrownBy(() -> parts().complete(key, id, spec(ONE_PART))).isInstanceOf(BlobCorrupt.class);

        assertThat(testee().verify(key).bytes()).isEqualTo(20);
        assertThat(openUploads()).isZero();
    }

    @Test
    default void whatIsGivenUpLeavesNothing() throws Exception {
        BlobKey key = fresh();
        PartsId id = parts().begin(key, spec(ONE_PART));
        SignedAddress address = address(key, id, ONE_PART, 1);
        send(key, id, ONE_PART, 1);

        parts().abort(key, id);

        assertThat(openUploads()).isZero();
        assertThat(parts().sent(key, id)).isEmpty();
        assertThat(parts().complete(key, id, spec(ONE_PART))).isEqualTo(new Completed.Unknown());
        parts().abort(key, id);
        ask(
                address.uri(),
                "PUT",
                ONE_PART,
                address.headers()); // of stores that are lax some take it, and nobody sees it
        assertThat(testee().find(key)).isEmpty();
        assertThat(openUploads()).isZero();
    }

    @Test
    default void givingUpLeavesABlobAlone() throws Exception {
        BlobKey key = fresh();
        PartsId id = parts().begin(key, spec(ONE_PART));
        testee().put(key, body(ONE_PART), spec(ONE_PART));

        parts().abort(key, id);

        assertThat(testee().verify(key).bytes()).isEqualTo(1000);
    }

    @Test
    default void anAddressOfAPartOpensNothingElse() throws Exception {
        BlobKey key = fresh();
        BlobKey other = fresh();
        PartsId id = parts().begin(key, spec(ONE_PART));
        SignedAddress address = address(key, id, ONE_PART, 1);
        String uri = address.uri().toString();

        assertRefused(key, id, bent(uri, "partNumber=1", "partNumber=2"), ONE_PART, address.headers());
        assertRefused(key, id, bent(uri, key.path(), other.path()), ONE_PART, address.headers());
        assertRefused(key, id, address.uri(), bytes(1001), address.headers());
        assertRefused(key, id, address.uri(), bytes(999), address.headers());
        assertThat(ask(address.uri(), "GET", new byte[0], Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(ask(address.uri(), "DELETE", new byte[0], Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(ask(address.uri(), "PUT", ONE_PART, address.headers()).statusCode())
                .as("the straight one")
                .isEqualTo(200);
        parts().abort(key, id);
    }

    @Test
    default void anAddressOfAPartTakesTheBytesOfItsHashAlone() throws Exception {
        if (!checksParts()) {
            return;
        }
        BlobKey key = fresh();
        PartsId id = parts().begin(key, spec(ONE_PART));
        SignedAddress address = address(key, id, ONE_PART, 1);
        byte[] other = ONE_PART.clone();
        other[7]++;
        Map<String, String> bent = new HashMap<>(address.headers());
        bent.replace("x-amz-checksum-sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(bent).isNotEqualTo(address.headers());

        assertRefused(key, id, address.uri(), other, address.headers());
        assertRefused(key, id, address.uri(), ONE_PART, bent);
        assertRefused(key, id, address.uri(), ONE_PART, Map.of());
        parts().abort(key, id);
    }

    @Test
    default void anAddressOfAPartEnds() throws Exception {
        BlobKey key = fresh();
        PartsId id = parts().begin(key, spec(ONE_PART));
        SignedAddress address =
                parts().part(key, id, parts().plan(ONE_PART.length), 1, Sha256.of(ONE_PART), Duration.ofSeconds(1));

        int status = 200;
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (status == 200 && System.nanoTime() < deadline) {
            status = ask(address.uri(), "PUT", ONE_PART, address.headers()).statusCode();
        }

        assertThat(status).isEqualTo(403);
        parts().abort(key, id);
    }

    private void assertRefused(BlobKey key, PartsId id, URI uri, byte[] content, Map<String, String> headers)
            throws IOException, InterruptedException {
        assertThat(ask(uri, "PUT", content, headers).statusCode()).isIn(400, 403);
        assertThat(parts().sent(key, id)).isEmpty();
    }

    private static URI bent(String uri, String part, String other) {
        assertThat(uri).contains(part);
        return URI.create(uri.replace(part, other));
    }

    private SignedParts parts() {
        return testee().inParts().orElseThrow();
    }

    private SignedAddress address(BlobKey key, PartsId id, byte[] content, int part) {
        PartPlan plan = parts().plan(content.length);
        return parts().part(key, id, plan, part, Sha256.of(cut(content, plan, part)), MINUTE);
    }

    private int send(BlobKey key, PartsId id, byte[] content, int part) throws IOException, InterruptedException {
        SignedAddress address = address(key, id, content, part);
        byte[] piece = cut(content, parts().plan(content.length), part);
        return ask(address.uri(), "PUT", piece, address.headers()).statusCode();
    }

    private static byte[] cut(byte[] content, PartPlan plan, int part) {
        return Arrays.copyOfRange(
                content, Math.toIntExact(plan.offset(part)), Math.toIntExact(plan.offset(part) + plan.length(part)));
    }
}
