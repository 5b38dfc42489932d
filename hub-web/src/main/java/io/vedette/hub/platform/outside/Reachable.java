package io.vedette.hub.platform.outside;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;

/** Which addresses the hub asks: public ones, and those that its operator names one by one. */
public final class Reachable {
    private Reachable() {}

    public static boolean may(InetAddress address, Set<InetAddress> named) {
        return named.contains(address) || isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special
                && (address instanceof Inet6Address ? publicV6(address.getAddress()) : publicV4(address.getAddress()));
    }

    /** Not what RFC 6890 sets apart: this network, shared, protocol, documentation, benchmarking, reserved. */
    private static boolean publicV4(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        int third = a[2] & 0xff;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean apart = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean example =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        boolean measured = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 224 && !shared && !apart && !example && !measured;
    }

    /** Global unicast alone (2000::/3), without the forms that carry an IPv4 address in disguise and the one of documents. */
    private static boolean publicV6(byte[] a) {
        int first = (a[0] & 0xff) << 8 | (a[1] & 0xff);
        int second = (a[2] & 0xff) << 8 | (a[3] & 0xff);
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second < 0x0200);
        boolean example = first == 0x2001 && second == 0x0db8;
        return (first & 0xe000) == 0x2000 && !tunnel && !example;
    }
}
