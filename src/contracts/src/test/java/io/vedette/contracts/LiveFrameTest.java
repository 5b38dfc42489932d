package io.vedette.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.live.LiveFrame;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LiveFrameTest {
    @Test
    void aFrameComesBackAsItWasSent() {
        var frame = new LiveFrame(
                LiveFrame.Kind.FRAGMENT, true, 4_000_000_000L, 1_700_000_000_123L, ByteBuffer.wrap(new byte[] {1, 2, 3
                }));

        assertThat(LiveFrame.decode(frame.encode())).isEqualTo(frame);
    }

    @Test
    void aHeaderWithoutPayloadIsRefused() {
        assertThatThrownBy(() -> LiveFrame.decode(ByteBuffer.allocate(16)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> LiveFrame.decode(ByteBuffer.allocate(17).put(0, (byte) 9)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
