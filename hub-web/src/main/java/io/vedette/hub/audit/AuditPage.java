package io.vedette.hub.audit;

import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log for those who delegate: read, narrowed by the address, taken out as a table, verified. */
@Path("/t/{tenant}/audit")
public class AuditPage {
    private static final Logger LOG = LoggerFactory.getLogger(AuditPage.class);
    private static final ZoneId UTC = ZoneId.of("UTC"); // with a name that people know
    private static final int ROWS = 100;
    private static final int STEP = 1000;
    /** More than any table program opens with pleasure; programs take pages. */
    static final int MOST_EXPORTED = 100_000;

    private final Visits visits;
    private final AuditLog log;
    private final VerifyAudit verification;
    private final Accounts accounts;
    private final Sites sites;
    private final Teams teams;
    private final Roles roles;
    private final TenantWork work;
    private final Clock clock;

    @Inject
    AuditPage(
            Visits visits,
            AuditLog log,
            VerifyAudit verification,
            Accounts accounts,
            Sites sites,
            Teams teams,
            Roles roles,
            TenantWork work,
            Clock clock) {
        this.visits = visits;
        this.log = log;
        this.verification = verification;
        this.accounts = accounts;
        this.sites = sites;
        this.teams = teams;
        this.roles = roles;
        this.work = work;
        this.clock = clock;
    }

    /** @param before number of the row behind which the page begins */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public View show(
            @PathParam("tenant") String tenant,
            @BeanParam AuditAsk asked,
            @QueryParam("before") @Nullable String before,
            @Context HttpServletRequest request) {
        return page(tenant, asked, before, request, Map.of());
    }

    /** The first page of the log, and above it what verifying it found. */
    @GET
    @Path("/verification")
    @Produces(MediaType.TEXT_HTML)
    public View verify(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        Verdict verdict = verification.of(request, tenant, List.of());
        return page(tenant, new AuditAsk(), null, request, Map.of("verdict", VerificationDocument.of(verdict)));
    }

    /** What a page is drawn from, read in one transaction. */
    private record Found(Viewer viewer, List<AuditEntry> rows, ZoneId zone, Map<String, String> names) {}

    private View page(
            String tenant,
            AuditAsk asked,
            @Nullable String before,
            HttpServletRequest request,
            Map<String, Object> more) {
        long first = Asked.given(before).map(AuditPage::seq).orElse(Long.MAX_VALUE);
        Found found = visits.as(request, tenant, visit -> found(visit.viewer(), asked, first));
        List<AuditLine> lines = lines(found, Languages.of(request));
        return visits.as(request, tenant, visit -> {
            Map<String, Object> model = new HashMap<>(more);
            model.putIfAbsent("verdict", "");
            model.put("zone", found.zone().getId());
            model.put("given", asked.given());
            model.put("kinds", Stream.of(DeedKind.values()).map(DeedKind::word).toList());
            model.put("csv", asked.address(visit.at("/audit/log.csv"), Map.of()));
            model.put("older", older(visit, asked, found.rows()));
            model.put("lines", lines);
            return Frame.view(request, visit, "audit", "audit/audit", model);
        });
    }

    private Found found(Viewer viewer, AuditAsk asked, long before) {
        ZoneId zone = zone(viewer);
        List<AuditEntry> rows = log.page(viewer, asked.read(zone), before, ROWS + 1);
        Map<String, String> names = new HashMap<>();
        sites.all(viewer).forEach(site -> names.put(site.id().toString(), site.name()));
        sites.groups(viewer).forEach(group -> names.put(group.id().toString(), group.name()));
        teams.all(viewer.tenant()).forEach(team -> names.put(team.id().toString(), team.name()));
        roles.custom(viewer.tenant())
                .forEach(role -> names.put(role.key().value(), role.role().name()));
        return new Found(viewer, rows, zone, names);
    }

    private static String older(Visit visit, AuditAsk asked, List<AuditEntry> found) {
        return found.size() <= ROWS
                ? ""
                : asked.address(
                        visit.at("/audit"),
                        Map.of("before", Long.toString(found.get(ROWS - 1).seq())));
    }

    private List<AuditLine> lines(Found found, Locale language) {
        List<AuditEntry> rows = found.rows().stream().limit(ROWS).toList();
        Map<String, String> names = new HashMap<>(found.names());
        if (rows.stream().anyMatch(row -> row.detail().contains("\"account\""))) {
            names.putAll(people(found.viewer()));
        }
        var reader = new AuditLine.Reader(id -> names.getOrDefault(id, id), found.zone(), clock.instant(), language);
        return rows.stream().map(row -> AuditLine.of(row, reader)).toList();
    }

    /** Asks over the network: not inside a transaction. */
    private Map<String, String> people(Viewer viewer) {
        Map<String, String> names = new HashMap<>();
        try {
            accounts.all(viewer).forEach(one -> names.put(one.subject().value(), one.name()));
        } catch (Accounts.Unreachable e) {
            LOG.warn("accounts are shown by their ids: {}", e.getMessage());
        }
        return names;
    }

    /** That of all sites; several have only UTC in common. */
    private ZoneId zone(Viewer viewer) {
        List<ZoneId> zones =
                sites.all(viewer).stream().map(Site::zone).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : UTC;
    }

    private static long seq(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new Refusal(Problem.INVALID);
        }
        return Long.parseLong(text);
    }

    /** As a table, the newest row first. That somebody took it out is kept, too. */
    @GET
    @Path("/log.csv")
    @Produces("text/csv")
    public Response csv(
            @PathParam("tenant") String tenant, @BeanParam AuditAsk asked, @Context HttpServletRequest request) {
        AuditFilter filter = visits.as(request, tenant, visit -> {
            visit.must(Permission.AUDIT);
            work.note(Deed.of(DeedKind.AUDIT_EXPORTED, "audit", "", ""));
            return asked.read(zone(visit.viewer()));
        });
        StreamingOutput table = out -> write(out, request, tenant, filter);
        return Response.ok(table)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit-" + tenant + ".csv\"")
                .build();
    }

    private void write(OutputStream out, HttpServletRequest request, String tenant, AuditFilter filter)
            throws IOException {
        out.write(
                ("\uFEFF" + AuditCsv.HEADER).getBytes(StandardCharsets.UTF_8)); // the mark tells Excel that it is UTF-8
        long before = Long.MAX_VALUE;
        for (int written = 0; written < MOST_EXPORTED; written += STEP) {
            long from = before;
            // each step asks anew whether the reader still may
            List<AuditEntry> step = visits.as(request, tenant, visit -> log.page(visit.viewer(), filter, from, STEP));
            for (AuditEntry row : step) {
                out.write(AuditCsv.line(row).getBytes(StandardCharsets.UTF_8));
            }
            if (step.size() < STEP) {
                return;
            }
            before = step.getLast().seq();
        }
    }
}
