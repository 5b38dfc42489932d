package io.vedette.vault.event.kafka;

import io.vedette.contracts.Secret;
import io.vedette.vault.event.Patience;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which topic, and how its brokers are reached.
 *
 * @param servers some of the brokers, {@code host:port}; they tell of the others
 * @param tls certificates are checked against those this program's Java trusts, and against the broker's name
 * @param login empty for brokers that ask for none
 */
public record KafkaSettings(List<String> servers, String topic, boolean tls, Optional<Login> login, Patience patience) {
    private static final int MOST_SERVERS = 20;
    private static final Pattern SERVER =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):[0-9]{1,5}");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /** How a password is shown. */
    public enum Mechanism {
        /** The password itself: only over TLS. */
        PLAIN("PLAIN"),
        SCRAM_SHA_256("SCRAM-SHA-256"),
        SCRAM_SHA_512("SCRAM-SHA-512");

        private final String sasl;

        Mechanism(String sasl) {
            this.sasl = sasl;
        }

        String sasl() {
            return sasl;
        }
    }

    /** @param user 1 to 256 characters, none of them a control character; the password likewise */
    public record Login(Mechanism mechanism, String user, Secret password) {
        public Login {
            require(speakable(user), "the user is missing or has control characters");
            require(speakable(password.reveal()), "the password is missing or has control characters");
        }

        private static boolean speakable(String text) {
            return !text.isBlank() && text.length() <= 256 && text.chars().noneMatch(Character::isISOControl);
        }
    }

    public KafkaSettings {
        servers = List.copyOf(servers);
        require(!servers.isEmpty() && servers.size() <= MOST_SERVERS, "there are 1 to " + MOST_SERVERS + " servers");
        require(servers.stream().allMatch(one -> SERVER.matcher(one).matches() && port(one)), "a server is host:port");
        require(TOPIC.matcher(topic).matches() && !topic.equals(".") && !topic.equals(".."), "not the name of a topic");
        require(
                tls || login.isEmpty() || login.get().mechanism() != Mechanism.PLAIN,
                "a plain password is not sent without TLS");
    }

    private static boolean port(String server) {
        int port = Integer.parseInt(server, server.lastIndexOf(':') + 1, server.length(), 10);
        return port > 0 && port <= 65_535;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
