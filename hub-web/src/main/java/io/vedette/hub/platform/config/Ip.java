package io.vedette.hub.platform.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as written by people. Never asks a name server: a name is no address. */
public final class Ip {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Ip() {}

    public static Optional<InetAddress> parse(String text) {
        String plain = text.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", "");
        if (!V4.matcher(plain).matches() && !V6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether what is sent there stays on this machine (RFC 6761, section 6.3 for the name). */
    static boolean thisMachine(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || parse(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
