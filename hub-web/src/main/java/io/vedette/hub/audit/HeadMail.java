package io.vedette.hub.audit;

import io.vedette.hub.platform.mail.MailServer;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Mails the heads to those who keep them: the lines of the file, as they are, and nothing around them. */
final class HeadMail {
    private final List<String> to;
    private final MailServer server;

    HeadMail(List<String> to, MailServer server) {
        this.to = List.copyOf(to);
        this.server = server;
    }

    void send(List<HeadLine> heads, Instant now) throws IOException {
        String text = heads.stream().map(HeadLine::json).collect(Collectors.joining("\n", "", "\n"));
        server.send(to, "Vedette audit heads, " + now.truncatedTo(ChronoUnit.SECONDS), text, now);
    }
}
