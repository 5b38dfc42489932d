package io.vedette.hub.platform.config;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.config.HubSettings.AuditSettings;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import io.vedette.hub.platform.config.HubSettings.NetworkSettings;
import io.vedette.hub.platform.config.HubSettings.StoreSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the settings by name and reports every fault at once, by name and never by value. */
public final class SettingsReader {
    private final Function<String, Optional<String>> source;
    private final List<String> faults = new ArrayList<>();
    private final MailReader mail;

    public SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
        this.mail = new MailReader(this::optional, this::fault);
    }

    /** Throws {@link UnusableSettings} with all faults when anything is missing or cannot be used. */
    public HubSettings read() {
        var settings = new HubSettings(
                origin(HubSetting.PUBLIC_URL),
                network(),
                new DatabaseSettings(
                        jdbc(HubSetting.DB_URL),
                        text(HubSetting.DB_USER),
                        secret(HubSetting.DB_PASSWORD),
                        text(HubSetting.DB_OWNER_USER),
                        secret(HubSetting.DB_OWNER_PASSWORD)),
                new LoginSettings(
                        address(HubSetting.OIDC_ISSUER),
                        text(HubSetting.OIDC_CLIENT_ID),
                        secret(HubSetting.OIDC_CLIENT_SECRET)),
                secret(HubSetting.TICKET_KEY),
                new StoreSettings(secret(HubSetting.SEAL_KEY), ips(HubSetting.STORE_LOCAL), keepFree()),
                path(HubSetting.VAULT_DIR),
                path(HubSetting.AGENT_FILE),
                optional(HubSetting.METRICS_TOKEN).map(given -> secret(HubSetting.METRICS_TOKEN)),
                logFormat(),
                audit(),
                mail.server());
        if (same(settings.database().password(), settings.database().ownerPassword())) {
            fault(HubSetting.DB_OWNER_PASSWORD, "is the same as " + HubSetting.DB_PASSWORD.key());
        }
        if (!faults.isEmpty()) {
            throw new UnusableSettings(faults);
        }
        return settings;
    }

    /** The database alone, for whoever only reads it; throws as {@link #read} does. */
    public DatabaseSettings database() {
        var database = new DatabaseSettings(
                jdbc(HubSetting.DB_URL), text(HubSetting.DB_USER), secret(HubSetting.DB_PASSWORD), "", new Secret(""));
        if (!faults.isEmpty()) {
            throw new UnusableSettings(faults);
        }
        return database;
    }

    private Optional<KeepFree> keepFree() {
        return optional(HubSetting.KEEP_FREE).flatMap(text -> {
            try {
                return Optional.of(KeepFree.of(text));
            } catch (IllegalArgumentException e) {
                fault(HubSetting.KEEP_FREE, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private NetworkSettings network() {
        InetAddress bind = ip(HubSetting.BIND_ADDRESS, text(HubSetting.BIND_ADDRESS));
        Set<InetAddress> proxies = ips(HubSetting.TRUSTED_PROXIES);
        if (proxies.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
            fault(HubSetting.TRUSTED_PROXIES, "names everybody: write the address of each proxy");
        }
        boolean certificate = ownCertificate();
        if (!bind.isLoopbackAddress() && proxies.isEmpty() && !certificate) {
            fault(
                    HubSetting.BIND_ADDRESS,
                    "is not loopback, and nothing ends TLS: give the hub a certificate in "
                            + HubSetting.TLS_KEYSTORE.key()
                            + ", or put a proxy with one in front and name its address in "
                            + HubSetting.TRUSTED_PROXIES.key() + ", or leave the bind address out");
        }
        return new NetworkSettings(bind, proxies, certificate);
    }

    private Set<InetAddress> ips(HubSetting setting) {
        return Arrays.stream(optional(setting).orElse("").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> ip(setting, one))
                .collect(Collectors.toUnmodifiableSet());
    }

    private AuditSettings audit() {
        List<String> mailTo = mail.addresses(HubSetting.AUDIT_MAIL);
        Optional<Path> file = optional(HubSetting.AUDIT_FILE).map(given -> path(HubSetting.AUDIT_FILE));
        boolean webhook = optional(HubSetting.AUDIT_WEBHOOK).isPresent();
        if (!webhook && optional(HubSetting.AUDIT_WEBHOOK_KEY).isEmpty()) {
            return new AuditSettings(file, Optional.empty(), mailTo);
        }
        Secret key = secret(HubSetting.AUDIT_WEBHOOK_KEY);
        if (!webhook) {
            return new AuditSettings(file, Optional.empty(), mailTo);
        }
        return new AuditSettings(
                file,
                Optional.of(new AuditSettings.Webhook(
                        address(HubSetting.AUDIT_WEBHOOK), key, ips(HubSetting.AUDIT_WEBHOOK_LOCAL))),
                mailTo);
    }

    private boolean ownCertificate() {
        boolean wanted = optional(HubSetting.TLS_KEYSTORE).isPresent();
        if (!wanted && optional(HubSetting.TLS_KEYSTORE_PASSWORD).isEmpty()) {
            return false;
        }
        Secret password = secret(HubSetting.TLS_KEYSTORE_PASSWORD);
        if (!wanted) {
            return false;
        }
        Path file = path(HubSetting.TLS_KEYSTORE);
        if (file.isAbsolute() && !password.reveal().isEmpty()) {
            CertificateFile.fault(file, password).ifPresent(why -> fault(HubSetting.TLS_KEYSTORE, why));
        }
        if (optional(HubSetting.PUBLIC_URL)
                .filter(url -> url.startsWith("http:"))
                .isPresent()) {
            fault(HubSetting.PUBLIC_URL, "is plain http, but the hub has a certificate: write the address with https");
        }
        return true;
    }

    private LogFormat logFormat() {
        String text = text(HubSetting.LOG_FORMAT);
        return switch (text) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> {
                fault(HubSetting.LOG_FORMAT, "is neither text nor json");
                yield LogFormat.TEXT;
            }
        };
    }

    private InetAddress ip(HubSetting setting, String text) {
        Optional<InetAddress> address = Ip.parse(text);
        if (address.isEmpty()) {
            fault(setting, "is not an IP address: a name does not do");
        }
        return address.orElse(InetAddress.getLoopbackAddress());
    }

    private Optional<String> optional(HubSetting setting) {
        return source.apply(setting.key()).filter(text -> !text.isBlank()).or(setting::usual);
    }

    /** Empty after a fault was noted, so that the others are found as well. */
    private String text(HubSetting setting) {
        Optional<String> value = optional(setting);
        if (value.isEmpty()) {
            fault(setting, "is not set");
        }
        return value.orElse("");
    }

    private Secret secret(HubSetting setting) {
        Secret secret = new Secret(text(setting));
        if (!secret.reveal().isEmpty()) {
            Optional<String> weakness = setting.kind() == HubSetting.Kind.KEY
                    ? WeakSecret.ofKey(secret.reveal())
                    : WeakSecret.ofText(secret.reveal());
            weakness.ifPresent(why -> fault(setting, why));
        }
        return secret;
    }

    private static boolean same(Secret one, Secret other) {
        return !one.reveal().isEmpty() && one.equals(other);
    }

    private String jdbc(HubSetting setting) {
        String text = text(setting);
        if (!text.isEmpty() && !text.startsWith("jdbc:postgresql:")) {
            fault(setting, "is not a jdbc:postgresql: address");
        } else if (text.matches("(?i).*[?&]password=.*")) {
            fault(setting, "holds a password: that belongs in " + HubSetting.DB_PASSWORD.key());
        }
        return text;
    }

    private Path path(HubSetting setting) {
        Path path = Path.of(text(setting));
        if (!path.toString().isEmpty() && !path.isAbsolute()) {
            fault(setting, "is not an absolute path");
        }
        return path;
    }

    private URI origin(HubSetting setting) {
        URI uri = address(setting);
        boolean more =
                !String.valueOf(uri.getPath()).matches("/?") || uri.getQuery() != null || uri.getFragment() != null;
        if (uri.getHost() != null && more) {
            fault(setting, "has more than scheme, host and port");
        }
        return uri;
    }

    private URI address(HubSetting setting) {
        String text = text(setting);
        try {
            URI uri = URI.create(text);
            if (text.isEmpty()) {
                return uri;
            }
            if (uri.getHost() == null
                    || !String.valueOf(uri.getScheme()).matches("https?")
                    || uri.getUserInfo() != null) {
                fault(setting, "is not an http or https address");
            } else if (uri.getScheme().equals("http") && !Ip.thisMachine(uri)) {
                fault(setting, "is plain http to another machine, where passwords could be read on the way: use https");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            fault(setting, "is not an address");
            return URI.create("");
        }
    }

    private void fault(HubSetting setting, String words) {
        faults.add(setting.key() + " " + words);
    }

    /** The hub does not start with these settings. */
    public static final class UnusableSettings extends IllegalStateException {
        private final transient List<String> faults;

        UnusableSettings(List<String> faults) {
            super("The hub cannot start: " + String.join("; ", faults) + ". See the reference page on settings.");
            this.faults = List.copyOf(faults);
        }

        /** Each begins with the setting's name. */
        public List<String> faults() {
            return faults;
        }
    }
}
