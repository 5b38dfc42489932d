package io.vedette.hub.platform.mail;

import io.vedette.hub.platform.config.HubSettings.MailSettings;
import io.vedette.hub.platform.config.HubSettings.MailSettings.Tls;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Hands plain text to the mail server, one connection for each mail. */
public final class MailServer {
    private static final String CONNECT = Long.toString(Duration.ofSeconds(5).toMillis());
    private static final String SILENCE = Long.toString(Duration.ofSeconds(10).toMillis());

    private final MailSettings settings;

    public MailServer(MailSettings settings) {
        this.settings = settings;
    }

    /** Throws {@link IOException} when the server did not take it; what it says does not hold the password. */
    public void send(List<String> to, String subject, String text, Instant now) throws IOException {
        try {
            Session session = Session.getInstance(properties(), account());
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(settings.from(), "Vedette", "UTF-8"));
            for (String one : to) {
                mail.addRecipient(Message.RecipientType.TO, new InternetAddress(one, true));
            }
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(now));
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's holiday notice comes back
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new IOException("the mail server did not take the mail: " + e.getMessage(), e);
        }
    }

    private Properties properties() {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", settings.host());
        smtp.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        smtp.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        smtp.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        smtp.setProperty("mail.smtp.connectiontimeout", CONNECT);
        smtp.setProperty("mail.smtp.timeout", SILENCE);
        smtp.setProperty("mail.smtp.writetimeout", SILENCE);
        return smtp;
    }

    private Authenticator account() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.user(), settings.password().reveal());
            }
        };
    }
}
