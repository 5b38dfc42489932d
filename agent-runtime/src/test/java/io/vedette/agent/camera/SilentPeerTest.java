package io.vedette.agent.camera;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.agent.camera.ffmpeg.CameraSources;
import io.vedette.agent.camera.ffmpeg.WatchedStream;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Transport;
import io.vedette.contracts.Secret;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipForm;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that are gone without a word: nothing of TCP tells, so the stream has to. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class SilentPeerTest {
    private static CameraAccess access(String url, Transport transport) {
        return new CameraAccess(
                StreamAddress.of(url), null, Yard.LOGIN.user(), new Secret(Yard.LOGIN.password()), transport, null);
    }

    private static void timesOut(ThrowingCallable waiting) {
        assertThatThrownBy(waiting)
                .isInstanceOfSatisfying(
                        StreamEnded.class,
                        ended -> org.assertj.core.api.Assertions.assertThat(ended.why())
                                .isEqualTo(StreamEnded.Why.TIMED_OUT));
    }

    /** The kernel takes the connection, and what is sent on it, and nobody ever looks. */
    @ParameterizedTest
    @ValueSource(strings = {"rtsp", "rtsps", "http"})
    void aConnectionOnWhichNeverAByteComesIsGivenUp(String scheme) throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CameraAccess access = access(scheme + "://127.0.0.1:" + nobody.getLocalPort() + "/main", Transport.TCP);

            timesOut(() -> CameraSources.open(access.main(), access, true, new StreamStop(), System::nanoTime)
                    .close());
        }
    }

    /** The socket stays open and nothing is read from it or sent on it any more; with datagrams not even that is left. */
    @ParameterizedTest
    @EnumSource
    void aCameraThatVanishesInTheMiddleIsGivenUp(Transport transport) throws Exception {
        try (TestCamera camera = Yard.glimpse(ClipForm.USUAL)) {
            CameraAccess access = access(camera.mainUrl(), transport);
            try (WatchedStream stream =
                    CameraSources.open(access.main(), access, true, new StreamStop(), System::nanoTime)) {
                stream.next();
                camera.pause();

                timesOut(() -> {
                    while (true) {
                        stream.next();
                    }
                });
            }
        }
    }
}
