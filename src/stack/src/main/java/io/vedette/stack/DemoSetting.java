package io.vedette.stack;

import io.vedette.stack.keycloak.MailServer;
import io.vedette.stack.state.Secret;
import io.vedette.stack.words.StackFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every setting of whoever starts the demo, declared here and nowhere else: the reference page is made from this list. What
 * anybody on the machine may read comes as {@code -DNAME=VALUE}; secrets by environment, as an argument ends up in histories and
 * lists of processes.
 */
public enum DemoSetting {
    VAR("vedette.var", "folder", "`var` of the checkout", "Where all state lies."),
    EDGE(
            "vedette.edge",
            "`true` or `false`",
            "`true`",
            "`false` starts the servers alone, without test cameras and agents."),
    CAMERA(
            "camera",
            "`rtsp://host/path`",
            "none",
            "A real camera for one more agent, without user and password. It counts at that agent's first start;"
                    + " later its `agent.json` holds."),
    CAMERA_USER("VEDETTE_CAMERA_USER", "text", "none", "The user at that camera."),
    CAMERA_PASSWORD("VEDETTE_CAMERA_PASSWORD", "secret: text", "none", "The password at that camera."),
    METRICS_TOKEN("VEDETTE_METRICS_TOKEN", "secret", "none", "Handed on to [the hub](settings.md)."),
    LOG_FORMAT("VEDETTE_LOG_FORMAT", "`text` or `json`", "`text`", "Handed on to [the hub](settings.md)."),
    STORE_LOCAL("VEDETTE_STORE_LOCAL", "IP addresses", "none", "Handed on to [the hub](settings.md)."),
    SMTP_HOST("VEDETTE_SMTP_HOST", "host", "none", "The mail server that takes Keycloak's mails, such as invitations."),
    SMTP_PORT("VEDETTE_SMTP_PORT", "port", "587", "Its port."),
    SMTP_FROM("VEDETTE_SMTP_FROM", "e-mail address", "none", "Where mails come from; needed with a mail server."),
    SMTP_TLS("VEDETTE_SMTP_TLS", "`none`, `starttls` or `tls`", "`starttls`", "How it is spoken with."),
    SMTP_USER("VEDETTE_SMTP_USER", "text", "none", "The user at that mail server; without one nobody signs in there."),
    SMTP_PASSWORD("VEDETTE_SMTP_PASSWORD", "secret: text", "none", "The password at that mail server.");

    private final String key;
    private final String type;
    private final String usual;
    private final String meaning;

    DemoSetting(String key, String type, String usual, String meaning) {
        this.key = key;
        this.type = type;
        this.usual = usual;
        this.meaning = meaning;
    }

    /** A system property's name, or that of a variable of the environment. */
    public String key() {
        return key;
    }

    public boolean inEnvironment() {
        return key.startsWith("VEDETTE_");
    }

    /** For the reference page, in Markdown. */
    public String type() {
        return type;
    }

    /** What holds when nothing is set; for the reference page, in Markdown. */
    public String usual() {
        return usual;
    }

    /** For the reference page, in Markdown. */
    public String meaning() {
        return meaning;
    }

    /** Reads the two places where settings can stand. A blank one counts as not set. */
    public static StackOptions apply(StackOptions usual, Properties properties, Map<String, String> environment) {
        var given = new Given(properties, environment);
        StackOptions options = usual;
        if (given.has(VAR)) {
            options = options.withVar(Path.of(given.of(VAR)));
        }
        if (given.has(EDGE)) {
            options = options.withEdge(yesOrNo(given.of(EDGE)));
        }
        options = options.withHub(Stream.of(METRICS_TOKEN, LOG_FORMAT, STORE_LOCAL)
                .filter(given::has)
                .collect(Collectors.toMap(DemoSetting::key, given::of)));
        if (given.has(SMTP_HOST)) {
            options = options.withMail(new MailServer(
                    given.of(SMTP_HOST),
                    port(given.has(SMTP_PORT) ? given.of(SMTP_PORT) : "587"),
                    given.of(SMTP_FROM),
                    given.of(SMTP_USER),
                    new Secret(given.of(SMTP_PASSWORD)),
                    given.has(SMTP_TLS) ? given.of(SMTP_TLS) : "starttls"));
        }
        if (given.has(CAMERA)) {
            options = options.withCamera(
                    CameraOnTheWall.of(given.of(CAMERA), given.of(CAMERA_USER), given.of(CAMERA_PASSWORD)));
        }
        return options;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StackFailed(SMTP_PORT.key + "=" + text + " is no port.");
        }
    }

    private static boolean yesOrNo(String text) {
        if (!List.of("true", "false").contains(text)) {
            throw new StackFailed("-D" + EDGE.key + "=" + text + " is neither true nor false.");
        }
        return Boolean.parseBoolean(text);
    }

    private record Given(Properties properties, Map<String, String> environment) {
        boolean has(DemoSetting setting) {
            return !of(setting).isBlank();
        }

        String of(DemoSetting setting) {
            return setting.inEnvironment()
                    ? environment.getOrDefault(setting.key, "")
                    : properties.getProperty(setting.key, "");
        }
    }
}
