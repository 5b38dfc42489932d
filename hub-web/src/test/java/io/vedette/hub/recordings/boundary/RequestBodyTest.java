package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
    @Test
    void aBodyIsReadAsItIs() throws IOException {
        assertThat(new RequestBody(new ByteArrayInputStream(new byte[] {1, 2, (byte) 200})).readAllBytes())
                .containsExactly(1, 2, 200);
    }

    @Test
    void aClosedBodyGivesNothingMoreAndLeavesTheServersStreamOpen() throws IOException {
        var server = new InputStream() {
            private boolean closed;

            @Override
            public int read() {
                return 1;
            }

            @Override
            public void close() {
                closed = true;
            }
        };
        var body = new RequestBody(server);
        assertThat(body.read()).isEqualTo(1);

        body.close();

        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> body.read(new byte[10])).isInstanceOf(IOException.class);
        assertThat(server.closed).isFalse();
    }
}
