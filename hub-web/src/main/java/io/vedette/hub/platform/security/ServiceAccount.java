package io.vedette.hub.platform.security;

import java.util.Locale;

/** How Keycloak calls the account of a client that signs in by itself (client credentials, RFC 6749 section 4.4). */
public final class ServiceAccount {
    private static final String PREFIX = "service-account-";

    private ServiceAccount() {}

    /** Whether an account of this user name may be one; people can be called so, too. */
    public static boolean named(String userName) {
        return userName.length() > PREFIX.length() && userName.startsWith(PREFIX);
    }

    /** The client whose account has this user name. */
    public static String client(String userName) {
        return userName.substring(PREFIX.length());
    }

    /** Whether it is the one of this client. Keycloak writes user names small. */
    static boolean of(String client, String userName) {
        return !client.isEmpty() && userName.equals(PREFIX + client.toLowerCase(Locale.ROOT));
    }
}
