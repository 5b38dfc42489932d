package io.vedette.hub.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.StrangersBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Where a new agent posts its token. Asked by nobody who is signed in. */
@Path("/api/v1/pair")
public class PairingResource {
    static final int MOST_BYTES = 4 * 1024;

    private final PairAgent pairing;
    private final StrangersBody bodies;

    @Inject
    PairingResource(PairAgent pairing, StrangersBody bodies) {
        this.pairing = pairing;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pair(InputStream body) throws IOException {
        PairingRequest request = read(bodies.read(body, MOST_BYTES));
        return pairing.pair(request)
                .map(answer -> Response.ok(LinkCodec.write(answer), MediaType.APPLICATION_JSON)
                        .build())
                .orElseThrow(() -> new Refusal(Problem.PAIRING_REFUSED));
    }

    /** A token of the wrong form is a wrong token, not a malformed request: one same refusal. */
    static PairingRequest read(byte[] text) throws IOException {
        try {
            JsonNode tree = LinkCodec.json().readTree(text);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new Refusal(Problem.INVALID);
            }
            return LinkCodec.json().treeToValue(tree, PairingRequest.class);
        } catch (com.fasterxml.jackson.databind.exc.ValueInstantiationException e) {
            throw new Refusal(Problem.PAIRING_REFUSED);
        }
    }
}
