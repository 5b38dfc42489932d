package io.vedette.vault.event.sqs;

import io.vedette.contracts.Secret;
import io.vedette.vault.event.Patience;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Which queue, and with what it is opened. The keys need the right {@code sqs:SendMessage}, and for a check
 * {@code sqs:GetQueueAttributes}.
 *
 * @param queue its whole address, as Amazon shows it: {@code https://sqs.<region>.amazonaws.com/<account>/<name>}
 * @param region as in the address; servers without regions take any
 */
public record SqsSettings(URI queue, String region, String accessKey, Secret secretKey, Patience patience) {
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_-]{1,80}){1,4}(?:\\.fifo)?");
    private static final Pattern REGION = Pattern.compile("[a-zA-Z0-9-]{1,64}");
    private static final Pattern ACCESS_KEY = Pattern.compile("[!-~]{1,256}");

    public SqsSettings {
        require("https".equals(queue.getScheme()) || "http".equals(queue.getScheme()), "the address is http or https");
        require(queue.getHost() != null && queue.getRawUserInfo() == null, "the address has a host and no password");
        require(
                queue.getRawQuery() == null && queue.getRawFragment() == null,
                "the address ends with the queue's name");
        require(PATH.matcher(queue.getRawPath()).matches(), "not the address of a queue");
        require(REGION.matcher(region).matches(), "not a region");
        require(ACCESS_KEY.matcher(accessKey).matches(), "not an access key");
        require(!secretKey.reveal().isBlank(), "the secret key is missing");
    }

    boolean fifo() {
        return queue.getRawPath().endsWith(".fifo");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
