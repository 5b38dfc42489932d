package io.vedette.hub.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.platform.socket.SocketEnd;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketSinkTest {
    @Test
    void whatIsSentToAConnectionThatEndsInThisMomentIsDoneAndHasFailed() {
        Session session = endsInThisMoment();
        var sink = new SocketSink(session, new SocketEnd(session));
        List<Boolean> done = new ArrayList<>();

        sink.send(ByteBuffer.allocate(1), done::add);
        sink.sendText("{}", done::add);

        assertThat(done).containsExactly(false, false);
    }

    /** As the container does it: open when it is asked for, over when something is sent. */
    private static Session endsInThisMoment() {
        RemoteEndpoint.Async remote = of(RemoteEndpoint.Async.class, (self, method, values) -> {
            throw new RuntimeException("Socket is not connected.");
        });
        return of(Session.class, (self, method, values) -> remote);
    }

    private static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
