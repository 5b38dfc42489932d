package io.vedette.agent.config;

import java.util.Locale;

/** How an RTSP camera's packets travel. */
public enum Transport {
    /** On the connection that was opened to the camera: nothing is lost, nothing listens. */
    TCP,
    /** As datagrams to ports of ours, for cameras that know nothing else; a lost one is a damaged picture. */
    UDP;

    /** Reads the word of the settings; throws {@link IllegalArgumentException} with a sentence. */
    static Transport parse(String text) {
        for (Transport one : values()) {
            if (one.word().equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException("is tcp or udp.");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
