package io.vedette.agent.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.wire.HttpAnswer;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * Spends a pairing token: one request that binds this agent's key to a camera, or as a vault to a site. Asking again with the same key and token is
 * safe, the hub answers the same.
 */
public final class Pairing {
    private static final int MOST_HOST = 100;

    /** What came of it. */
    public sealed interface Outcome<A> {
        record Paired<A>(A answer) implements Outcome<A> {}

        /**
         * The hub said no, and will say it again.
         *
         * @param words the hub's own, or ours; a sentence for people
         */
        record Refused<A>(String words) implements Outcome<A> {}

        /** Nobody answered, or not in a way that settles anything: trying again later makes sense. */
        record NotReached<A>(String words) implements Outcome<A> {}
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

    /**
     * What must be proved of an answer.
     *
     * @param claim that the hub signs
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Claimed(TenantId tenant, String hubKey, byte[] claim, String proof) {}

    /** Asks the hub once, as a camera's agent. Takes 30 s at most. */
    public Outcome<PairingAnswer> ask(PairingToken token, AgentKey key) {
        return ask(
                PairingRequest.PATH,
                token,
                key,
                PairingAnswer.class,
                paired -> new Claimed(
                        paired.tenant(),
                        paired.hubKey(),
                        Proof.paired(paired.tenant(), paired.agent(), paired.camera(), key.publicKey()),
                        paired.proof()));
    }

    /** As {@link #ask}, as the vault of a site. */
    public Outcome<VaultPairingAnswer> askAsVault(PairingToken token, AgentKey key) {
        return ask(
                VaultPairingAnswer.PATH,
                token,
                key,
                VaultPairingAnswer.class,
                paired -> new Claimed(
                        paired.tenant(),
                        paired.hubKey(),
                        Proof.vaultPaired(paired.tenant(), paired.vault(), paired.site(), key.publicKey()),
                        paired.proof()));
    }

    private <A> Outcome<A> ask(
            String path, PairingToken token, AgentKey key, Class<A> kind, Function<A, Claimed> claimed) {
        String proof = key.sign(Proof.pairing(token.reveal(), key.publicKey()));
        PairingRequest request = new PairingRequest(token, key.publicKey(), proof, version, host);
        try {
            HttpAnswer answer = post(path, LinkCodec.write(request));
            return answer.status() == 200 ? paired(token, answer, kind, claimed) : otherwise(answer);
        } catch (IOException e) {
            return new Outcome.NotReached<>("The hub at " + hub + " cannot be reached: " + words(e) + ".");
        }
    }

    private HttpAnswer post(String path, String document) throws IOException {
        RequestBody body = RequestBody.of(document.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Accept", "application/json, application/problem+json");
        return new HttpCall(hub, "POST", path, headers, body, Limits.SHORT).send();
    }

    private <A> Outcome<A> otherwise(HttpAnswer answer) {
        int status = answer.status();
        if (status == 429 || status >= 500) {
            return new Outcome.NotReached<>("The hub at " + hub + " cannot answer now (status " + status + ").");
        }
        if (status == 403) {
            return new Outcome.Refused<>(problem(
                    answer,
                    "The hub refuses this token: it is wrong, used, or too old. Have a new one made in the hub."));
        }
        return new Outcome.Refused<>(
                problem(answer, "What answers at " + hub + " is no hub of Vedette (status " + status + ")."));
    }

    private <A> Outcome<A> paired(PairingToken token, HttpAnswer answer, Class<A> kind, Function<A, Claimed> claimed) {
        try {
            A paired = LinkCodec.json().readValue(answer.text(), kind);
            Claimed what = claimed.apply(paired);
            if (!what.tenant().equals(token.tenant())) {
                return new Outcome.Refused<>("The hub answered for another tenant than the token's. Nothing was kept.");
            }
            boolean proved = Signatures.key(what.hubKey())
                    .filter(hubKey -> Signatures.verifies(hubKey, what.claim(), what.proof()))
                    .isPresent();
            return proved
                    ? new Outcome.Paired<>(paired)
                    : new Outcome.Refused<>("The hub did not prove the key it showed. Nothing was kept.");
        } catch (JsonProcessingException e) {
            return new Outcome.Refused<>(
                    "What answers at " + hub + " is no hub of Vedette: its answer cannot be read.");
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
