package io.vedette.agent.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Spends a pairing token: one request that binds this agent's key to a camera. Asking again with the same key and token is
 * safe, the hub answers the same.
 */
public final class Pairing {
    private static final int MOST_HOST = 100;

    /** What came of it. */
    public sealed interface Outcome {
        record Paired(PairingAnswer answer) implements Outcome {}

        /**
         * The hub said no, and will say it again.
         *
         * @param words the hub's own, or ours; a sentence for people
         */
        record Refused(String words) implements Outcome {}

        /** Nobody answered, or not in a way that settles anything: trying again later makes sense. */
        record NotReached(String words) implements Outcome {}
    }

    private final HubAddress hub;
    private final String version;
    private final String host;

    /**
     * Names the two ends; nothing is sent yet.
     *
     * @param host name of this machine, for the hub's people
     */
    public Pairing(HubAddress hub, String version, String host) {
        this.hub = hub;
        this.version = version;
        this.host = host.length() > MOST_HOST ? host.substring(0, MOST_HOST) : host;
    }

    /** Asks the hub once. Takes 30 s at most. */
    public Outcome ask(PairingToken token, AgentKey key) {
        String proof = key.sign(Proof.pairing(token.reveal(), key.publicKey()));
        PairingRequest request = new PairingRequest(token, key.publicKey(), proof, version, host);
        try {
            return outcome(token, key, post(LinkCodec.write(request)));
        } catch (IOException e) {
            return new Outcome.NotReached("The hub at " + hub + " cannot be reached: " + words(e) + ".");
        }
    }

    private HttpAnswer post(String document) throws IOException {
        RequestBody body = RequestBody.of(document.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Accept", "application/json, application/problem+json");
        return new HttpCall(hub, "POST", PairingRequest.PATH, headers, body, Limits.SHORT).send();
    }

    private Outcome outcome(PairingToken token, AgentKey key, HttpAnswer answer) {
        int status = answer.status();
        if (status == 200) {
            return paired(token, key, answer);
        }
        if (status == 429 || status >= 500) {
            return new Outcome.NotReached("The hub at " + hub + " cannot answer now (status " + status + ").");
        }
        if (status == 403) {
            return new Outcome.Refused(problem(
                    answer,
                    "The hub refuses this token: it is wrong, used, or too old. Have a new one made in the hub."));
        }
        return new Outcome.Refused(
                problem(answer, "What answers at " + hub + " is no hub of Vedette (status " + status + ")."));
    }

    private Outcome paired(PairingToken token, AgentKey key, HttpAnswer answer) {
        try {
            PairingAnswer paired = LinkCodec.json().readValue(answer.text(), PairingAnswer.class);
            if (!paired.tenant().equals(token.tenant())) {
                return new Outcome.Refused("The hub answered for another tenant than the token's. Nothing was kept.");
            }
            byte[] claim = Proof.paired(paired.tenant(), paired.agent(), paired.camera(), key.publicKey());
            boolean proved = Signatures.key(paired.hubKey())
                    .filter(hubKey -> Signatures.verifies(hubKey, claim, paired.proof()))
                    .isPresent();
            return proved
                    ? new Outcome.Paired(paired)
                    : new Outcome.Refused("The hub did not prove the key it showed. Nothing was kept.");
        } catch (JsonProcessingException e) {
            return new Outcome.Refused("What answers at " + hub + " is no hub of Vedette: its answer cannot be read.");
        }
    }

    /** The words of a problem document (RFC 9457), without anything a terminal would obey. */
    private static String problem(HttpAnswer answer, String otherwise) {
        try {
            JsonNode problem = LinkCodec.json().readTree(answer.text());
            String words = problem.path("detail").asText(problem.path("title").asText(""));
            String plain = words.replaceAll("\\p{Cntrl}", " ").strip();
            return plain.isEmpty() ? otherwise : plain;
        } catch (JsonProcessingException e) {
            return otherwise;
        }
    }

    private static String words(IOException e) {
        String message = e.getMessage() == null ? "" : ", " + e.getMessage();
        return switch (e) {
            case java.net.UnknownHostException unknown -> "its name is not known here";
            case java.net.ConnectException refused -> "nobody listens there";
            case java.net.SocketTimeoutException slow -> "no answer in time";
            case javax.net.ssl.SSLException tls -> "its certificate is not accepted" + message;
            default -> e.getClass().getSimpleName() + message;
        };
    }
}
