package io.vedette.hub.people.roles;

import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.people.hours.HoursForm;
import io.vedette.hub.people.hours.HoursText;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each role may, for whoever delegates; owners make roles, change and delete them. */
@Path("/t/{tenant}/people/roles")
@Produces(MediaType.TEXT_HTML)
public class RolePages {
    private final Visits visits;
    private final Roles roles;
    private final Members members;
    private final Sites sites;

    @Inject
    RolePages(Visits visits, Roles roles, Members members, Sites sites) {
        this.visits = visits;
        this.roles = roles;
        this.members = members;
        this.sites = sites;
    }

    @GET
    public View list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            Locale language = Languages.of(request);
            Map<RoleKey, Long> holding = members.roles(visit.viewer().tenant()).values().stream()
                    .collect(Collectors.groupingBy(Role::key, Collectors.counting()));
            List<RoleLine> lines = roles.all(visit.viewer().tenant()).stream()
                    .map(role -> RoleLine.of(role, holding.getOrDefault(role.key(), 0L), language))
                    .toList();
            List<String> permissions =
                    Stream.of(Permission.values()).map(Enum::name).toList();
            return Frame.view(
                    request,
                    visit,
                    "people",
                    "people/roles",
                    Map.of(
                            "roles",
                            lines,
                            "permissions",
                            permissions,
                            "owns",
                            visit.viewer().may(Permission.OWN)));
        });
    }

    @GET
    @Path("/new")
    public View blank(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            FormInput form = FormInput.empty();
            Role.VIEWER.permissions().forEach(one -> form.preset("permission", one.name()));
            return view(request, visit, Optional.empty(), form);
        });
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<RoleWish> wish = RoleForm.read(form, Optional.empty()).filter(one -> free(visit, one, "", form));
            wish.ifPresent(one -> roles.make(visit.viewer(), one));
            return wish.isEmpty() ? again(request, visit, Optional.empty(), form) : back(visit);
        });
    }

    @GET
    @Path("/{role}")
    public View one(
            @PathParam("tenant") String tenant, @PathParam("role") String role, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            CustomRole made = made(visit, role);
            return view(request, visit, Optional.of(made), RoleForm.of(made));
        });
    }

    @POST
    @Path("/{role}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("role") String role,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            CustomRole made = made(visit, role);
            if (!form.text("version").equals(String.valueOf(made.version()))) {
                form.wrong("name", "form.changed");
                form.preset("version", String.valueOf(made.version())); // of what is shown now
            }
            Optional<RoleWish> wish =
                    RoleForm.read(form, made.role().hours()).filter(one -> free(visit, one, role, form));
            wish.ifPresent(one -> roles.change(visit.viewer(), made.key(), one));
            return wish.isEmpty() ? again(request, visit, Optional.of(made), form) : back(visit);
        });
    }

    @POST
    @Path("/{role}/remove")
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("role") String role, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            roles.remove(visit.viewer(), InPath.id(role, RoleKey::new));
            return back(visit);
        });
    }

    private CustomRole made(Visit visit, String role) {
        return roles.get(visit.viewer().tenant(), InPath.id(role, RoleKey::new));
    }

    private boolean free(Visit visit, RoleWish wish, String itself, FormInput form) {
        boolean taken = roles.custom(visit.viewer().tenant()).stream()
                .anyMatch(other -> !other.key().value().equals(itself)
                        && other.role().name().equals(wish.name().value()));
        if (taken) {
            form.wrong("name", "form.role.taken");
        }
        return !taken;
    }

    private Response again(HttpServletRequest request, Visit visit, Optional<CustomRole> made, FormInput form) {
        return Page.again(view(request, visit, made, form));
    }

    private View view(HttpServletRequest request, Visit visit, Optional<CustomRole> made, FormInput form) {
        Locale language = Languages.of(request);
        Map<String, Object> model = new HashMap<>();
        model.put("id", made.map(role -> role.key().value()).orElse(""));
        model.put("name", made.map(role -> role.role().name()).orElse(""));
        model.put("title", made.map(role -> role.role().name()).orElseGet(() -> Messages.text(language, "roles.new")));
        model.put(
                "people",
                made.map(role -> roles.holding(visit.viewer().tenant(), role.key()))
                        .orElse(0));
        model.put("permissions", Permission.offered().stream().map(Enum::name).toList());
        model.put("days", HoursText.days(language));
        model.put("zones", zones(visit, form.text("zone")));
        model.put(
                "kept",
                made.flatMap(role -> role.role().hours())
                        .filter(hours -> !HoursForm.says(hours, hours.zone()))
                        .map((WeeklyHours hours) -> HoursText.words(hours, language))
                        .orElse(""));
        model.put("form", form);
        return Frame.view(request, visit, "people", "people/role", model);
    }

    /** Where the tenant is, and what the form says already. */
    private List<String> zones(Visit visit, String chosen) {
        Stream<String> ofSites =
                sites.all(visit.viewer()).stream().map(site -> site.zone().getId());
        return Stream.of(Stream.of(chosen), ofSites, Stream.of("UTC"))
                .flatMap(some -> some)
                .filter(zone -> !zone.isBlank())
                .distinct()
                .toList();
    }

    private static Response back(Visit visit) {
        return Redirect.to(visit.at("/people/roles"));
    }
}
