package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"rtsp://10.0.0.9/main", "RTSP://10.0.0.9/main", " Rtsp://10.0.0.9/main "})
    void oneAddressHasOneSpelling(String written) {
        assertThat(StreamAddress.of(written).uri()).isEqualTo(URI.create("rtsp://10.0.0.9/main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4l2:/dev/video0", "V4L2:/dev/video0", " v4l2:/dev/video12 "})
    void aDeviceIsNamedByItsNumber(String written) {
        StreamAddress address = StreamAddress.of(written);

        assertThat(address.kind()).isEqualTo(StreamAddress.Kind.V4L2);
        assertThat(address.uri().getPath()).matches("/dev/video(0|12)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec:rm -rf /",
                "concat:rtsp://10.0.0.9/main",
                "pipe:0",
                "rtmp://10.0.0.9/main",
                "rtsp:///main",
                "rtsp:10.0.0.9/main",
                "//10.0.0.9/main",
                "/dev/null",
                "file:clip.mp4",
                "file://host/clip.mp4",
                "http:/video",
                "https://10.0.0.9/video.mjpg",
                "data:video/mp4;base64,AAAA",
                "v4l2:/dev/sda",
                "v4l2:/dev/video",
                "v4l2:/dev/video100",
                "v4l2:/dev/video0/../sda",
                "v4l2:/dev/../etc/passwd",
                "v4l2:/dev/video0?size=1",
                "v4l2:/dev/video0#1",
                "v4l2:/dev/video%30",
                "v4l2:///dev/video0",
                "v4l2://host/dev/video0",
                "v4l2:video0",
                "v4l2:0",
                "rtsp://10.0.0.9/main | id",
                ""
            })
    void whatNamesNoCameraIsRefused(String written) {
        assertThatThrownBy(() -> StreamAddress.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp://user@10.0.0.9/main", "rtsps://user:secret@10.0.0.9/main"})
    void credentialsAreRefusedWithoutBeingRepeated(String written) {
        assertThatThrownBy(() -> StreamAddress.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("user@")
                .hasMessageNotContaining("secret");
    }
}
