package io.vedette.vault.s3;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import io.vedette.vault.network.ScriptedServer;
import io.vedette.vault.network.ScriptedServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of a store that is busy, mistaken or broken. */
class HostileBucketTest {
    private static final byte[] SMALL = bytes(1000);
    private static final byte[] BIG = bytes((16 << 20) + 1000);

    @ParameterizedTest
    @CsvSource({
        "503, SlowDown, THROTTLED",
        "429, TooManyRequests, THROTTLED",
        "507, InsufficientStorage, QUOTA",
        "403, QuotaExceeded, QUOTA",
        "403, AccessDenied, REFUSED",
        "400, AuthorizationHeaderMalformed, REFUSED",
        "301, PermanentRedirect, REFUSED",
        "400, BadDigest, BROKEN",
        "500, InternalError, BROKEN"
    })
    void eachErrorIsOfAKind(int status, String code, Kind kind) throws IOException {
        try (var server = new ScriptedServer(absentThen(what -> Answer.error(status, code)));
                S3BlobStore store = store(server, S3Checksums.WHEN_SUPPORTED)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .isInstanceOfSatisfying(
                            BlobStoreFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(kind))
                    .hasMessageContaining(status + " " + code);
        }
    }

    @Test
    void aStoreThatIsBusyOnceIsAskedAgain() throws IOException {
        var puts = new AtomicInteger();
        Function<String, Answer> busyOnce = what -> puts.incrementAndGet() == 1
                ? Answer.error(503, "SlowDown")
                : Answer.error(507, "InsufficientStorage"); // what ends the test
        try (var server = new ScriptedServer(absentThen(busyOnce));
                S3BlobStore store = store(server, S3Checksums.WHEN_SUPPORTED)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .hasMessageContaining("507");
        }

        assertThat(puts.get()).isGreaterThan(1);
    }

    @Test
    void whoIsFasterAndNotDoneYetIsAFaultAndNoMissingBlob() throws IOException {
        try (var server = new ScriptedServer(absentThen(what -> Answer.error(409, "ConditionalRequestConflict")));
                S3BlobStore store = store(server, S3Checksums.WHEN_SUPPORTED)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .isInstanceOf(BlobStoreFault.class)
                    .hasMessageContaining("409");
        }
    }

    @Test
    void aRefusalIsNotAskedAgain() throws IOException {
        var puts = new AtomicInteger();
        Function<String, Answer> refusing = what -> {
            puts.incrementAndGet();
            return Answer.error(403, "AccessDenied");
        };
        try (var server = new ScriptedServer(absentThen(refusing));
                S3BlobStore store = store(server, S3Checksums.WHEN_SUPPORTED)) {
            assertThatThrownBy(() -> store.put(fresh(), body(SMALL), spec(SMALL)))
                    .isInstanceOf(BlobStoreFault.class);
        }

        assertThat(puts).hasValue(1);
    }

    @Test
    void aRefusalInTheMiddleGivesUpTheParts() throws IOException {
        assertPartsAreGivenUp(what -> what.contains("partNumber=2") ? Answer.error(403, "AccessDenied") : parts(what));
    }

    /** S3 may say 200 first and find out afterwards ("CompleteMultipartUpload", remarks). */
    @Test
    void anErrorWithinASuccessGivesUpTheParts() throws IOException {
        assertPartsAreGivenUp(what -> what.startsWith("POST") && what.contains("uploadId=")
                ? Answer.error(200, "InternalError")
                : parts(what));
    }

    @Test
    void partsThatCannotBeGivenUpLetTheFirstErrorThrough() throws IOException {
        Function<String, Answer> script = what -> what.contains("partNumber=2")
                ? Answer.error(403, "AccessDenied")
                : what.startsWith("DELETE") ? Answer.error(403, "NoDeleting") : parts(what);
        try (var server = new ScriptedServer(absentThen(script));
                S3BlobStore store = store(server, S3Checksums.WHEN_SUPPORTED)) {
            assertThatThrownBy(() -> store.put(fresh(), body(BIG), spec(BIG))).hasMessageContaining("AccessDenied");
        }
    }

    @ParameterizedTest
    @CsvSource({"WHEN_REQUIRED, false", "WHEN_SUPPORTED, true"})
    void checksumsAreSentToStoresThatKnowThem(S3Checksums checksums, boolean sent) throws IOException {
        try (var server = new ScriptedServer(absentThen(what -> parts(what)));
                S3BlobStore store = store(server, checksums)) {
            assertThatThrownBy(
                    () -> store.put(fresh(), body(SMALL), spec(SMALL))); // it is looked for, and was not kept
            assertThatThrownBy(() -> store.put(fresh(), body(BIG), spec(BIG)));

            assertThat(server.asked().stream()
                            .filter(one -> one.what().startsWith("PUT"))
                            .map(one -> one.headers().stream()
                                    .map(header -> header.toLowerCase(Locale.ROOT))
                                    .anyMatch(header -> header.startsWith("x-amz-checksum")
                                            || header.equals("x-amz-trailer")
                                            || header.startsWith("x-amz-sdk-checksum"))))
                    .hasSize(4)
                    .containsOnly(sent);
        }
    }

    private static S3BlobStore store(ScriptedServer server, S3Checksums checksums) {
        return S3BlobStore.open(
                new S3Settings(
                        Optional.of(server.address()),
                        "us-east-1",
                        "bucket",
                        "",
                        true,
                        checksums,
                        "access",
                        new Secret("secret")),
                InetAddress::isLoopbackAddress);
    }

    private static void assertPartsAreGivenUp(Function<String, Answer> script) throws IOException {
        try (var server = new ScriptedServer(absentThen(script));
                S3BlobStore store = store(server, S3Checksums.WHEN_SUPPORTED)) {
            assertThatThrownBy(() -> store.put(fresh(), body(BIG), spec(BIG))).isInstanceOf(BlobStoreFault.class);

            assertThat(server.asked().getLast().what()).startsWith("DELETE").contains("uploadId=u");
        }
    }

    private static Function<String, Answer> absentThen(Function<String, Answer> script) {
        return what -> what.startsWith("HEAD") ? new Answer(404, "") : script.apply(what);
    }

    private static Answer parts(String what) {
        return what.startsWith("POST") && what.contains("?uploads")
                ? new Answer(
                        200, "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>")
                : what.startsWith("POST")
                        ? new Answer(
                                200, "<CompleteMultipartUploadResult><ETag>t</ETag></CompleteMultipartUploadResult>")
                        : new Answer(what.startsWith("DELETE") ? 204 : 200, "");
    }
}
