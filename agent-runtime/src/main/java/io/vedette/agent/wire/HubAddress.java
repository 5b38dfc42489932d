package io.vedette.agent.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the hub is: scheme, host and port. https anywhere; plain http only on this machine, because whoever listens between
 * agent and hub would see every picture.
 */
public record HubAddress(URI base) implements Peer {
    private static final Pattern THIS_MACHINE = Pattern.compile("127(\\.\\d{1,3}){3}|\\[::1]|localhost");
    private static final Pattern PATH = Pattern.compile("/[!-~&&[^\\\\#]]*");

    /** Reads what a person typed; throws {@link IllegalArgumentException} with a sentence for that person. */
    public static HubAddress of(String text) {
        return new HubAddress(base(text, "hub"));
    }

    /** @param whose for the sentence: hub, or vault */
    static URI base(String text, String whose) {
        URI uri = parse(text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String address = "The " + whose + "'s address ";
        if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException(address + "begins with https:// and names a host.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(address + "is scheme, host and port only: no user, ? or #.");
        }
        if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
            throw new IllegalArgumentException(address + "has no path: leave out " + uri.getRawPath());
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !onThisMachine(host)) {
            throw new IllegalArgumentException(
                    "Plain http is only for a " + whose + " on this machine; for " + host + " use https://.");
        }
        return URI.create(scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
    }

    /** @param host as it stands in an address, an IPv6 literal in brackets */
    static boolean onThisMachine(String host) {
        return THIS_MACHINE.matcher(host).matches();
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("This is not an address: " + e.getReason() + ".", e);
        }
    }

    /** The WebSocket address of a path the hub named. */
    public URI socket(String path) {
        return URI.create((secure() ? "wss://" : "ws://") + authority() + checked(path));
    }

    /** The path, if it is one: it stands in a request line, where a space or a line break would begin another request. */
    static String checked(String path) {
        if (!PATH.matcher(path).matches() || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path below the hub's address");
        }
        return path;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
