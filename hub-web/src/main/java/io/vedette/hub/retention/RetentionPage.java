package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.boundary.Wording;
import io.vedette.hub.retention.RetentionForm.Wish;
import io.vedette.hub.retention.RetentionShown.DiskLine;
import io.vedette.hub.retention.RetentionShown.DryLine;
import io.vedette.hub.retention.RetentionShown.RuleLine;
import io.vedette.hub.retention.RetentionShown.RunLine;
import io.vedette.hub.retention.RetentionShown.Target;
import io.vedette.hub.retention.RetentionShown.UseLine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Collects what the page of retention shows. Within a tenant's work. */
@Singleton
public class RetentionPage {
    private final RetentionRules rules;
    private final RetentionRuns runs;
    private final DryRun dryRun;
    private final Stock stock;
    private final FreeDisk disk;
    private final RunFreeSpace space;
    private final Sites sites;
    private final Cameras cameras;
    private final StuckMoves stuck;
    private final Clock clock;

    @Inject
    public RetentionPage(
            RetentionRules rules,
            RetentionRuns runs,
            DryRun dryRun,
            Stock stock,
            FreeDisk disk,
            RunFreeSpace space,
            Sites sites,
            Cameras cameras,
            StuckMoves stuck,
            Clock clock) {
        this.rules = rules;
        this.runs = runs;
        this.dryRun = dryRun;
        this.stock = stock;
        this.disk = disk;
        this.space = space;
        this.sites = sites;
        this.cameras = cameras;
        this.stuck = stuck;
        this.clock = clock;
    }

    /** What sites and cameras are called. */
    private record Names(List<Site> sites, List<Camera> cameras, Locale language) {
        String of(Scope scope) {
            return switch (scope) {
                case Scope.Everything everything -> Messages.text(language, "retention.everything");
                case Scope.OneSite one ->
                    sites.stream()
                            .filter(site -> site.id().equals(one.site()))
                            .map(Site::name)
                            .findFirst()
                            .orElse("");
                case Scope.OneCamera one -> camera(one.camera().value());
            };
        }

        String camera(UUID id) {
            return cameras.stream()
                    .filter(camera -> camera.id().value().equals(id))
                    .map(Camera::name)
                    .findFirst()
                    .orElse("");
        }

        List<Target> targets() {
            List<Target> targets = new ArrayList<>();
            targets.add(new Target(RetentionForm.value(Scope.EVERYTHING), of(Scope.EVERYTHING)));
            for (Site site : sites) {
                targets.add(new Target(RetentionForm.value(new Scope.OneSite(site.id())), site.name()));
                cameras.stream()
                        .filter(camera -> camera.site().equals(site.id()))
                        .forEach(camera -> targets.add(new Target(
                                RetentionForm.value(new Scope.OneCamera(camera.id())),
                                site.name() + " / " + camera.name())));
            }
            return targets;
        }
    }

    /** @param wish what would go by it is shown as well; empty: nothing is wished */
    Map<String, Object> model(Viewer viewer, FormInput form, Optional<Wish> wish, Locale language) {
        TenantId tenant = viewer.tenant();
        Names names = new Names(sites.all(viewer), cameras.all(viewer), language);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("units", RetentionForm.UNITS);
        model.put("targets", names.targets());
        List<RetentionRule> set = rules.all(tenant);
        model.put(
                "rules",
                set.stream()
                        .map(rule ->
                                RuleLine.of(rule, names.of(rule.scope()), place -> stuck.name(tenant, place), language))
                        .toList());
        wish.ifPresent(one -> {
            rules.name(viewer, one.scope()); // what is not there has no rule
            rules.there(viewer, one.terms());
            model.put("wish", names.of(one.scope()));
            model.put("preview", dry(dryRun.with(tenant, one.scope(), one.terms()), names, language));
        });
        if (!set.isEmpty()) {
            model.put("next", dry(dryRun.now(tenant), names, language));
        }
        runs.latest(tenant).ifPresent(run -> model.put("run", RunLine.of(run, clock.instant(), language)));
        DiskLine.of(disk.now(), space.nothingMayGo(tenant), language).ifPresent(line -> model.put("disk", line));
        model.put("use", use(tenant, names));
        model.put("places", stuck.places(tenant));
        model.put("stuck", stuck.lines(tenant, language));
        return model;
    }

    private static DryLine dry(DryRun.Came came, Names names, Locale language) {
        return DryLine.of(came, names::of, names::camera, language);
    }

    private List<UseLine> use(TenantId tenant, Names names) {
        Map<CameraId, Long> bytes = stock.bytes(tenant);
        List<UseLine> lines = new ArrayList<>();
        lines.add(line(true, names.of(Scope.EVERYTHING), names.cameras(), bytes, names.language()));
        for (Site site : names.sites()) {
            List<Camera> there = names.cameras().stream()
                    .filter(camera -> camera.site().equals(site.id()))
                    .toList();
            lines.add(line(true, site.name(), there, bytes, names.language()));
            there.forEach(camera -> lines.add(line(false, camera.name(), List.of(camera), bytes, names.language())));
        }
        return lines;
    }

    private static UseLine line(
            boolean site, String name, List<Camera> of, Map<CameraId, Long> bytes, Locale language) {
        long sum = Policy.sum(bytes, of.stream().map(Camera::id).toList());
        return new UseLine(site, name, Wording.size(sum, language));
    }
}
