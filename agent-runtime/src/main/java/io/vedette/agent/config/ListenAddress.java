package io.vedette.agent.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an edge vault listens: an address of its own machine and a port.
 *
 * @param host a literal: a name could come to mean another one tomorrow
 */
public record ListenAddress(InetAddress host, int port) {
    /** This machine alone, until a person says otherwise. */
    public static final String USUAL = "127.0.0.1:8642";

    private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");

    /** Reads {@code 192.168.1.5:8642} or {@code [::1]:8642}; throws {@link IllegalArgumentException} with a sentence. */
    public static ListenAddress of(String text) {
        Matcher form = FORM.matcher(text.strip());
        try {
            if (form.matches()) {
                int port = Integer.parseInt(form.group(2));
                if (port > 0 && port <= 65_535) {
                    return new ListenAddress(InetAddress.getByName(form.group(1)), port);
                }
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("is no address of a machine.", e);
        }
        throw new IllegalArgumentException("is an IP address of this machine and a port, like " + USUAL + ".");
    }

    public boolean thisMachineAlone() {
        return host.isLoopbackAddress();
    }

    public InetSocketAddress socket() {
        return new InetSocketAddress(host, port);
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        String literal = host.getHostAddress();
        return (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + port;
    }
}
