package io.vedette.agent.camera.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.contracts.Secret;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpLoginTest {
    private static final URI VIDEO = URI.create("http://192.0.2.10/video.cgi?channel=1");
    private static final String MD5 = "Digest realm=\"cam\", nonce=\"abc\", qop=\"auth\"";
    private static final String SHA = "Digest realm=\"cam\", nonce=\"abc\", qop=\"auth\", algorithm=SHA-256";

    private static HttpLogin login(String user) {
        return new HttpLogin(
                new CameraAccess(StreamAddress.of(VIDEO.toString()), null, user, new Secret("s3cret")), "GET", VIDEO);
    }

    private static String answered(String... challenges) {
        return login("watcher").answer(List.of(challenges)).orElse("nothing");
    }

    /** RFC 2617 without a quality of protection leaves nothing to chance: MD5(MD5(user:realm:password):nonce:MD5(GET:path)). */
    @Test
    void aDigestOfTheOldKindIsAnswered() {
        assertThat(answered("Digest realm=\"cam\", nonce=\"abc\""))
                .isEqualTo("Digest username=\"watcher\", realm=\"cam\", nonce=\"abc\", uri=\"/video.cgi?channel=1\","
                        + " algorithm=MD5, response=\"6ac414339c0563159c0cf8616356307c\"");
    }

    @Test
    void ofSeveralTheBestIsTaken() {
        assertThat(answered("Basic realm=\"cam\"", MD5, SHA)).contains("algorithm=SHA-256", "qop=auth, nc=00000001");
        assertThat(answered("Basic realm=\"cam\"", MD5)).startsWith("Digest ").contains("algorithm=MD5");
        assertThat(answered("Basic realm=\"cam\"")).isEqualTo("Basic d2F0Y2hlcjpzM2NyZXQ=");
    }

    @Test
    void noAnswerHoldsThePasswordButTheOldest() {
        assertThat(answered(MD5)).doesNotContain("s3cret");
        assertThat(answered(SHA)).doesNotContain("s3cret");
    }

    @Test
    void whatCannotBeAnsweredIsNot() {
        assertThat(answered("Digest realm=\"cam\", nonce=\"abc\", algorithm=ROT13"))
                .isEqualTo("nothing");
        assertThat(answered("Digest realm=\"cam\"")).isEqualTo("nothing");
        assertThat(answered("Negotiate")).isEqualTo("nothing");
        assertThat(answered("")).isEqualTo("nothing");
        assertThat(login("").answer(List.of(MD5))).isEmpty();
    }

    /** On as small a stack as the agent's threads have. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\\\"", "a=b, ", "\"\", "})
    void aQuestionWithoutEndIsNoQuestion(String part) throws InterruptedException {
        String endless = "Digest realm=\"" + part.repeat(100_000) + "\", nonce=\"abc\"";
        AtomicReference<String> answer = new AtomicReference<>("none came");
        Thread camera = new Thread(null, () -> answer.set(answered(endless, MD5)), "camera", 256 * 1024);

        camera.start();
        camera.join();

        assertThat(answer.get()).startsWith("Digest ").contains("realm=\"cam\"");
    }
}
