package io.vedette.hub.fleet.removal;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What programs are answered about taking away, whatever it is. */
@Singleton
class RemovalAnswers {
    private final Visits visits;
    private final TakeAway taking;

    @Inject
    RemovalAnswers(Visits visits, TakeAway taking) {
        this.visits = visits;
        this.taking = taking;
    }

    static Selector site(String id) {
        return new Selector.WholeSite(InPath.id(id, SiteId::of));
    }

    static Selector group(String id) {
        return new Selector.WholeGroup(InPath.id(id, GroupId::of));
    }

    static Selector camera(String id) {
        return new Selector.OneCamera(InPath.id(id, CameraId::of));
    }

    static Selector tag(String word) {
        return new Selector.Tagged(InPath.id(word, Tag::new));
    }

    Response count(HttpServletRequest request, String tenant, Selector it) {
        return visits.as(request, tenant, visit -> {
            Toll toll = taking.count(visit.viewer(), it);
            return Response.ok(RemovalDocument.of(toll))
                    .header("ETag", IfMatch.tag(toll.state()))
                    .build();
        });
    }

    Response remove(HttpServletRequest request, String tenant, Selector it, @Nullable String match) {
        return visits.as(request, tenant, visit -> {
            Toll now = taking.count(visit.viewer(), it);
            IfMatch.exactly(match, now.state());
            taking.now(visit.viewer(), it, now.state());
            return Response.noContent().build();
        });
    }
}
