package io.vedette.hub.agents;

import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.pairing.VaultPairingAnswer;
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

/** Where a new edge vault posts its token. Asked by nobody who is signed in. */
@Path(VaultPairingAnswer.PATH)
public class VaultPairingResource {
    private final PairAgent pairing;
    private final StrangersBody bodies;

    @Inject
    VaultPairingResource(PairAgent pairing, StrangersBody bodies) {
        this.pairing = pairing;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pair(InputStream body) throws IOException {
        return pairing.pairVault(PairingResource.read(bodies.read(body, PairingResource.MOST_BYTES)))
                .map(answer -> Response.ok(LinkCodec.write(answer), MediaType.APPLICATION_JSON)
                        .build())
                .orElseThrow(() -> new Refusal(Problem.PAIRING_REFUSED));
    }
}
