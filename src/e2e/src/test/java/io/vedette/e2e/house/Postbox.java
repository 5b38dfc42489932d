package io.vedette.e2e.house;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vedette.stack.keycloak.MailServer;
import io.vedette.stack.state.Secret;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes the mails of the house and delivers none. */
final class Postbox implements AutoCloseable {
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Postbox() {
        mails.start();
    }

    MailServer server() {
        return new MailServer(
                "127.0.0.1", mails.getSmtp().getPort(), "hub@vedette.example", "", new Secret(""), "none");
    }

    /** The HTML part of the latest mail to this address. */
    Optional<String> html(String address) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> to(mail).contains(address))
                .reduce((first, later) -> later)
                .map(Postbox::html);
    }

    private static List<String> to(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .map(Object::toString)
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(MimeMessage mail) {
        try {
            if (mail.getContent() instanceof MimeMultipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    if (parts.getBodyPart(i).isMimeType("text/html")) {
                        return parts.getBodyPart(i).getContent().toString();
                    }
                }
            }
            return GreenMailUtil.getBody(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mails.stop();
    }
}
