package io.vedette.hub.audit;

import io.vedette.hub.access.Visits;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log for programs of those who delegate. */
@Path("/api/v1/t/{tenant}/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditApi {
    private static final UUID NO_ID = new UUID(0, 0);

    private final Visits visits;
    private final AuditLog log;
    private final VerifyAudit verification;

    @Inject
    AuditApi(Visits visits, AuditLog log, VerifyAudit verification) {
        this.visits = visits;
        this.log = log;
        this.verification = verification;
    }

    @GET
    public AuditDocument.AuditList list(
            @PathParam("tenant") String tenant,
            @BeanParam AuditAsk asked,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        AuditFilter filter = asked.read(ZoneOffset.UTC);
        var ask = PageAsk.of("audit", limit, cursor);
        long before = ask.after().map(AuditApi::seq).orElse(Long.MAX_VALUE);
        return visits.as(request, tenant, visit -> {
            var page = ask.slice(
                    log.page(visit.viewer(), filter, before, ask.oneMore()),
                    row -> Long.toString(row.seq()),
                    row -> NO_ID,
                    "/api/v1" + visit.at("/audit"),
                    asked.given());
            return new AuditDocument.AuditList(page.map(AuditDocument::of), page.next());
        });
    }

    private static long seq(Cursor cursor) {
        return number("cursor", cursor.key());
    }

    private static long number(String part, String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new Refusal(Problem.INVALID);
        }
        return Long.parseLong(text);
    }

    /**
     * Goes through the whole log.
     *
     * @param seq of a row whose hash was seen outside, given together with
     * @param hash that hash
     */
    @GET
    @Path("/verification")
    public VerificationDocument verify(
            @PathParam("tenant") String tenant,
            @QueryParam("seq") @Nullable String seq,
            @QueryParam("hash") @Nullable String hash,
            @Context HttpServletRequest request) {
        return VerificationDocument.of(verification.of(request, tenant, seen(seq, hash)));
    }

    private static List<Link> seen(@Nullable String seq, @Nullable String hash) {
        var number = Asked.given(seq);
        var digest = Asked.given(hash);
        if (number.isEmpty() && digest.isEmpty()) {
            return List.of();
        }
        if (number.isEmpty() || digest.isEmpty() || !digest.get().matches("[0-9a-f]{64}")) {
            throw new Refusal(Problem.INVALID);
        }
        return List.of(new Link(number("seq", number.get()), new Digest(digest.get())));
    }
}
