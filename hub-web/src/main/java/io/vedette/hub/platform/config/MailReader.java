package io.vedette.hub.platform.config;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.config.HubSettings.MailSettings;
import io.vedette.hub.platform.config.HubSettings.MailSettings.Tls;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The settings about mail. */
final class MailReader {
    /** A part of what RFC 5321 allows: nothing that could end a header or begin another address. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final Function<HubSetting, Optional<String>> given;
    private final BiConsumer<HubSetting, String> fault;

    MailReader(Function<HubSetting, Optional<String>> given, BiConsumer<HubSetting, String> fault) {
        this.given = given;
        this.fault = fault;
    }

    Optional<MailSettings> server() {
        Optional<String> host = given.apply(HubSetting.SMTP_HOST);
        if (host.isEmpty()) {
            if (given.apply(HubSetting.AUDIT_MAIL).isPresent()) {
                fault.accept(HubSetting.SMTP_HOST, "is not set, and mails are to be sent");
            }
            return Optional.empty();
        }
        List<String> from = addresses(HubSetting.SMTP_FROM);
        if (from.size() != 1) {
            fault.accept(HubSetting.SMTP_FROM, "must be one e-mail address, as there is a mail server");
        }
        return Optional.of(new MailSettings(
                host.get(),
                port(),
                from.isEmpty() ? "" : from.getFirst(),
                tls(host.get()),
                given.apply(HubSetting.SMTP_USER).orElse(""),
                password()));
    }

    List<String> addresses(HubSetting setting) {
        List<String> all = Arrays.stream(given.apply(setting).orElse("").split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        if (!all.stream().allMatch(one -> ADDRESS.matcher(one).matches())) {
            fault.accept(setting, "is not an e-mail address");
        }
        return all;
    }

    private int port() {
        String text = given.apply(HubSetting.SMTP_PORT).orElse("");
        int port = text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            fault.accept(HubSetting.SMTP_PORT, "is not a port");
        }
        return port;
    }

    private Tls tls(String host) {
        String text = given.apply(HubSetting.SMTP_TLS).orElse("");
        Optional<Tls> tls = Arrays.stream(Tls.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        if (tls.isEmpty()) {
            fault.accept(HubSetting.SMTP_TLS, "is none of starttls, tls and none");
        } else if (tls.get() == Tls.NONE && !thisMachine(host)) {
            fault.accept(HubSetting.SMTP_TLS, "is none, but the mail server is another machine: use starttls or tls");
        }
        return tls.orElse(Tls.STARTTLS);
    }

    private static boolean thisMachine(String host) {
        try {
            return Ip.thisMachine(URI.create("smtp://" + host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Secret password() {
        boolean user = given.apply(HubSetting.SMTP_USER).isPresent();
        Optional<String> password = given.apply(HubSetting.SMTP_PASSWORD);
        if (user && password.isEmpty()) {
            fault.accept(HubSetting.SMTP_PASSWORD, "is not set");
        }
        return new Secret(password.orElse(""));
    }
}
