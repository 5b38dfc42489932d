package io.vedette.hub.platform.config;

import java.util.Optional;

/**
 * Every setting of the hub, declared here and nowhere else: the reference page is made from this list. A setting's name in
 * the environment is its own with {@code VEDETTE_} in front.
 */
public enum HubSetting {
    PUBLIC_URL(
            Kind.ORIGIN,
            Need.MUST,
            "The one address that people and agents use, without a path. Plain http only for this machine itself."),
    BIND_ADDRESS(
            Kind.IP,
            new Need.Default("127.0.0.1"),
            "The address this hub listens on. Anything but loopback needs `VEDETTE_TLS_KEYSTORE` or"
                    + " `VEDETTE_TRUSTED_PROXIES`. The server's listener is told the same; a request that arrives at another address is refused."),
    TRUSTED_PROXIES(
            Kind.IPS,
            Need.MAY,
            "The addresses of the proxies in front that end TLS, with commas between. Beside this machine itself only they"
                    + " may ask. What they forward in `X-Forwarded-*` is not needed: the hub goes by its public address."),
    TLS_KEYSTORE(
            Kind.PATH,
            Need.MAY,
            "The hub's own certificate with its key, in a PKCS12 file under the alias `hub`. Whoever starts the server opens its"
                    + " listener for https with it (docker/hub/start does); from another machine the hub then answers https"
                    + " alone."),
    TLS_KEYSTORE_PASSWORD(Kind.SECRET, Need.MAY, "The password of that file. Needed with it."),
    DB_URL(Kind.JDBC, Need.MUST, "The database, as `jdbc:postgresql://host:port/name`."),
    DB_USER(Kind.TEXT, Need.MUST, "The role that the hub works as. It owns nothing and row-level security binds it."),
    DB_PASSWORD(Kind.SECRET, Need.MUST, "The password of that role."),
    DB_OWNER_USER(Kind.TEXT, Need.MUST, "The role that owns the tables: for migrations and new partitions alone."),
    DB_OWNER_PASSWORD(Kind.SECRET, Need.MUST, "The password of the owner. Must differ from that of the hub's role."),
    OIDC_ISSUER(
            Kind.ADDRESS,
            Need.MUST,
            "The realm in Keycloak where people sign in. Plain http only for this machine itself."),
    OIDC_CLIENT_ID(Kind.TEXT, Need.MUST, "The hub's client in that realm."),
    OIDC_CLIENT_SECRET(Kind.SECRET, Need.MUST, "The secret of that client."),
    TICKET_KEY(
            Kind.KEY,
            Need.MUST,
            "Seals the short-lived tickets of agents. At least 32 random bytes in base64: `openssl rand -base64 32`."),
    SEAL_KEY(
            Kind.KEY,
            Need.MUST,
            "Seals what the hub keeps for others and has to read again, such as the secret keys of the stores that owners bring: without it"
                    + " a copy of the database does not show them. Keep it apart from the backups of the database; without it owners enter"
                    + " their keys anew. `openssl rand -base64 32`."),
    STORE_LOCAL(
            Kind.IPS,
            Need.MAY,
            "Addresses inside your network at which owners may keep recordings or have brokers and webhooks told of them, with"
                    + " commas between: of a MinIO of your own, say. Without it only public addresses are asked."),
    VAULT_DIR(Kind.PATH, Need.MUST, "The folder where recordings lie, on a disk that keeps what it has confirmed."),
    KEEP_FREE(
            Kind.FREE,
            Need.MAY,
            "How much of that disk is to stay free, as `10%` or `50 GB`. When it is less, the oldest recordings there go that have a"
                    + " rule of retention, of whichever tenant, also before their days are over; what has no rule or is on hold stays."
                    + " Without it the hub deletes nothing to make room."),
    AGENT_FILE(Kind.PATH, Need.MUST, "The runnable agent that the hub hands out to new boxes."),
    METRICS_TOKEN(
            Kind.SECRET,
            Need.MAY,
            "What Prometheus must bring as bearer token to read `/metrics`. Without it there is no such page."),
    AUDIT_FILE(
            Kind.PATH,
            Need.MAY,
            "A file to which the head of every tenant's audit log is appended each hour, best on a disk that whoever runs the database"
                    + " cannot change. Verifying a log reads it."),
    AUDIT_WEBHOOK(
            Kind.ADDRESS,
            Need.MAY,
            "An address to which the same heads are posted each hour, as JSON with the header `X-Vedette-Signature`. Redirects are not"
                    + " followed. Plain http only to this machine itself."),
    AUDIT_WEBHOOK_KEY(
            Kind.SECRET,
            Need.MAY,
            "The key of that signature: HMAC with SHA-256 over time and body. Needed with the address."),
    AUDIT_WEBHOOK_LOCAL(
            Kind.IPS,
            Need.MAY,
            "Addresses inside your network that the webhook may lead to, with commas between. Without it only public addresses are"
                    + " asked."),
    AUDIT_MAIL(
            Kind.MAIL,
            Need.MAY,
            "E-mail addresses to which the same heads are mailed each hour, with commas between. Needs `VEDETTE_SMTP_HOST`."),
    SMTP_HOST(
            Kind.TEXT,
            Need.MAY,
            "The mail server that takes the hub's own mails. Invitations are sent by Keycloak, through the mail server of its realm."),
    SMTP_PORT(Kind.PORT, new Need.Default("587"), "Its port."),
    SMTP_FROM(Kind.MAIL, Need.MAY, "Where the hub's mails come from. Needed with a mail server."),
    SMTP_TLS(
            Kind.TLS,
            new Need.Default("starttls"),
            "How it is spoken with; its certificate must be that of its name. `none` only for a server on this machine itself."),
    SMTP_USER(Kind.TEXT, Need.MAY, "The user at that mail server; without one nobody signs in there."),
    SMTP_PASSWORD(Kind.PASSWORD, Need.MAY, "The password at that mail server. Needed with the user."),
    LOG_FORMAT(
            Kind.LOG,
            new Need.Default("text"),
            "How the log on standard output reads: `text` for people, `json` for collectors: one object a line in the Elastic"
                    + " Common Schema, with the request's id (`http.request.id`, also in the answer as `X-Request-Id`) and"
                    + " the tenant's (`organization.id`).");

    /** What a value must be like. */
    public enum Kind {
        TEXT("text"),
        ADDRESS("http(s) address"),
        ORIGIN("http(s) address without a path"),
        JDBC("JDBC address"),
        IP("IP address"),
        IPS("IP addresses"),
        FREE("percentage or bytes"),
        PATH("absolute path"),
        SECRET("at least 16 characters, not guessable"),
        KEY("at least 32 bytes in base64"),
        PASSWORD("as the other service gave it"),
        MAIL("e-mail address"),
        PORT("port"),
        TLS("`starttls`, `tls` or `none`"),
        LOG("`text` or `json`");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What happens when nothing is set. */
    public sealed interface Need {
        Need MUST = new Must();
        Need MAY = new May();

        /** The hub does not start. */
        record Must() implements Need {}

        /** Nothing takes its place. */
        record May() implements Need {}

        record Default(String value) implements Need {}
    }

    private final Kind kind;
    private final Need need;
    private final String meaning;

    HubSetting(Kind kind, Need need, String meaning) {
        this.kind = kind;
        this.need = need;
        this.meaning = meaning;
    }

    /** As in the environment: {@code VEDETTE_DB_URL}. */
    public String key() {
        return "VEDETTE_" + name();
    }

    public Kind kind() {
        return kind;
    }

    public Need need() {
        return need;
    }

    /** For the reference page, in Markdown. */
    public String meaning() {
        return meaning;
    }

    public boolean secret() {
        return kind == Kind.SECRET || kind == Kind.KEY || kind == Kind.PASSWORD;
    }

    Optional<String> usual() {
        return need instanceof Need.Default usual ? Optional.of(usual.value()) : Optional.empty();
    }
}
