package io.vedette.hub.livestream.relay;

import java.nio.ByteBuffer;

/**
 * One viewer's way out, whatever carries it. The relay has at most one send under way for each sink, so an implementation
 * needs no queue, and calls from any thread. Nothing here may wait for the network.
 */
public interface FragmentSink {
    /** Sends one binary message. The bytes are shared with other viewers: to be read, never written. */
    void send(ByteBuffer message, Done done);

    void sendText(String text, Done done);

    /** Ends the connection with a WebSocket close code (RFC 6455, section 7.4). */
    void close(int code, String reason);

    /** Called once for each send, from any thread, even from within it. */
    @FunctionalInterface
    interface Done {
        /** False when the connection is broken: nothing else will be sent. */
        void done(boolean written);
    }
}
