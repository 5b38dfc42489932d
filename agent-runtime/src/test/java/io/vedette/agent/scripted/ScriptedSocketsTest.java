package io.vedette.agent.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.live.LiveFrame;
import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.junit.jupiter.api.Test;

/** The server decodes on one thread and notices the end of a socket on another, so the end may be told first. */
class ScriptedSocketsTest {
    private final ScriptedSockets sockets = new ScriptedSockets(new ScriptedKey());
    private final WebSocketImpl agent = new WebSocketImpl(sockets, List.of(new Draft_6455()));

    @Test
    void picturesDecodedAfterTheSocketsEndAreNoComplaint() {
        sockets.onOpen(agent, to("/live/publish"));
        sockets.onMessage(
                agent, "{\"session\":\"01a220fc-0e3a-77dc-81a9-86f1ee174b9e\",\"generation\":1,\"ticket\":\"a\"}");
        sockets.onMessage(agent, "{\"mime\":\"video/mp4\",\"width\":128,\"height\":96}");

        sockets.onClose(agent, 1006, "", true);
        sockets.onMessage(agent, new LiveFrame(LiveFrame.Kind.INIT, false, 0, 0, ByteBuffer.allocate(8)).encode());

        assertThat(sockets.complaints).isEmpty();
        assertThat(sockets.published.getFirst().closed()).isTrue();
    }

    @Test
    void bytesOnTheControlSocketAreOne() {
        sockets.onMessage(agent, new LiveFrame(LiveFrame.Kind.INIT, false, 0, 0, ByteBuffer.allocate(8)).encode());

        assertThat(sockets.complaints).containsExactly("bytes on the control socket");
    }

    private static HandshakeImpl1Client to(String path) {
        var handshake = new HandshakeImpl1Client();
        handshake.setResourceDescriptor(path);
        return handshake;
    }
}
