package io.vedette.stack.keycloak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.stack.state.Secret;
import io.vedette.stack.words.StackFailed;
import java.util.List;

/**
 * Where Keycloak hands its mails in.
 *
 * @param from the address they come from
 * @param user empty: nobody signs in there
 * @param tls {@code none}, {@code starttls} or {@code tls}
 */
public record MailServer(String host, int port, String from, String user, Secret password, String tls) {
    private static final int MOST_PORT = 65_535;

    public MailServer {
        if (port < 1 || port > MOST_PORT) {
            throw new StackFailed("VEDETTE_SMTP_PORT=" + port + " is no port.");
        }
        if (!from.contains("@")) {
            throw new StackFailed(
                    "VEDETTE_SMTP_FROM must be the address mails come from, as VEDETTE_SMTP_HOST is set.");
        }
        if (!List.of("none", "starttls", "tls").contains(tls)) {
            throw new StackFailed("VEDETTE_SMTP_TLS=" + tls + " is none of none, starttls and tls.");
        }
    }

    /** As Keycloak's realm holds it. */
    ObjectNode inRealm() {
        ObjectNode smtp = JsonNodeFactory.instance.objectNode();
        smtp.put("host", host);
        smtp.put("port", Integer.toString(port));
        smtp.put("from", from);
        smtp.put("fromDisplayName", "Vedette");
        smtp.put("starttls", Boolean.toString(tls.equals("starttls")));
        smtp.put("ssl", Boolean.toString(tls.equals("tls")));
        smtp.put("auth", Boolean.toString(!user.isEmpty()));
        if (!user.isEmpty()) {
            smtp.put("user", user);
            smtp.put("password", password.reveal());
        }
        return smtp;
    }
}
