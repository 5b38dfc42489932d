package io.vedette.hub.livestream.relay;

/** The connection a publisher came on, as far as the relay needs it. */
@FunctionalInterface
public interface PublisherSocket {
    /** Returns at once; closing twice does nothing. */
    void close(int code, String reason);
}
