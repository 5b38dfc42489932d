package io.vedette.vault.event.rabbit;

import io.vedette.contracts.Secret;
import io.vedette.vault.event.Patience;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Which exchange, and how its broker is reached. The user needs the right to write to the exchange, and no other.
 *
 * @param host name or address, without brackets
 * @param tls the certificate is checked against those this program's Java trusts, and against the host. Without it the password
 *     can be read on its way
 * @param virtualHost mostly {@code /}
 * @param exchange empty for the default one, which takes the routing key for a queue's name
 */
public record RabbitSettings(
        String host,
        int port,
        boolean tls,
        String virtualHost,
        String user,
        Secret password,
        String exchange,
        String routingKey,
        Patience patience) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    /** A short string of AMQP 0-9-1. */
    private static final int LONGEST = 255;

    public RabbitSettings {
        require(HOST.matcher(host).matches(), "not a host");
        require(port > 0 && port <= 65_535, "not a port");
        require(name(virtualHost) && !virtualHost.isEmpty(), "not a virtual host");
        require(name(user) && !user.isEmpty(), "not a user");
        require(!password.reveal().isBlank(), "the password is missing");
        require(name(exchange), "not an exchange");
        require(name(routingKey), "not a routing key");
        require(!exchange.isEmpty() || !routingKey.isEmpty(), "the default exchange needs a queue's name");
    }

    private static boolean name(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
