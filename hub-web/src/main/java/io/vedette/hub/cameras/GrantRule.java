package io.vedette.hub.cameras;

import java.util.List;
import java.util.stream.Collectors;

/** The text of the rule: which cameras the grants of a viewer come to. Every part of it speaks of the viewer's tenant alone. */
public final class GrantRule {
    /** The tenant keeps the owner of this subject out. */
    private static final String KEPT_OUT = "in (select out.subject from KeptOut out where out.tenant = :viewerTenant)";

    /** Whether a grant counts at this moment for this use. */
    private static String inForce(String grant) {
        return """
                (%1$s.from is null or %1$s.from <= :now)
                 and (%1$s.until is null or %1$s.until > :now)
                 and within_hours(%1$s.hours, %1$s.zone, :now) = true
                 and share_text(%1$s.actions, :actions) = true
                """.formatted(grant);
    }

    private static final String HELD = """
            given.tenant = :viewerTenant
               and (given.subject = :viewer
                 or given.role = :viewerRole or given.customRole = :viewerCustomRole
                 or given.team in (select m.team from TeamMember m where m.tenant = :viewerTenant and m.subject = :viewer))
            """;

    /** Given by whoever runs the tenant: nobody stands above it. */
    private static final String FIRST_HAND =
            "from AccessGrant given where given.under is null and %s and %s".formatted(HELD, inForce("given"));

    /** Whether {@code camera} is one of those that {@code grant} names: a condition on two aliases of a query. */
    public static String names(String grant, String camera) {
        return """
                (%1$s.everyCamera = true
                  or %1$s.camera = %2$s.id
                  or %1$s.site = %2$s.site
                  or %1$s.group in (select reach.above from GroupReach reach
                      where reach.tenant = :viewerTenant and reach.group = %2$s.group)
                  or %1$s.tag in (select worn.tag from CameraTag worn
                      where worn.tenant = :viewerTenant and worn.camera = %2$s.id))
                """.formatted(grant, camera);
    }

    /** Each grant up the line, the last one with it, names {@code passed}, is in force, allows the use and may be passed on. */
    private static final String BY_THE_WHOLE_LINE = """
            (select count(above.id) from AccessGrant above
              where above.tenant = :viewerTenant and is_among(above.id, given.line) = true
                and (above.id = given.id or above.passable = true)
                and (above.subject is null or above.subject not %3$s)
                and %1$s
                and %2$s) = array_length(given.line)
            """.formatted(inForce("above"), names("above", "passed"), KEPT_OUT);

    /** The ways in which a grant names a camera, {@code passed}: each leads the database from the grant to its cameras by an index. */
    private static final List<String> WAYS = List.of(
            "Camera passed where passed.id = given.camera",
            "Camera passed where passed.site = given.site",
            "GroupReach reach, Camera passed where reach.tenant = :viewerTenant and reach.above = given.group"
                    + " and passed.group = reach.group",
            "CameraTag worn, Camera passed where worn.tenant = :viewerTenant and worn.tag = given.tag and passed.id = worn.camera",
            "Camera passed where given.everyCamera = true");

    /** Passed on, in one of the ways. The grants of the viewer come first: few, whatever the tenant has. */
    private static String passedOn(String way) {
        return """
                or seen.id in (select passed.id from AccessGrant given, %s and passed.tenant = :viewerTenant
                    and given.under is not null and %s and %s and %s)
                """.formatted(way, HELD, inForce("given"), BY_THE_WHOLE_LINE);
    }

    /**
     * A set of camera ids. The grants are looked at once for a query, not once for each camera: nothing in their parts
     * speaks of {@code seen}, so the database makes each of them one set.
     */
    static final String VISIBLE =
            """
            (select seen.id from Camera seen
              where seen.tenant = :viewerTenant and seen.deletedAt is null
                and :viewer not %3$s
                and (:viewerSeesAll = true
                  or exists (select given.id %1$s and given.everyCamera = true)
                  or seen.id in (select given.camera %1$s and given.camera is not null)
                  or seen.site in (select given.site %1$s and given.site is not null)
                  or seen.group in (select reach.group from GroupReach reach
                      where reach.tenant = :viewerTenant
                        and reach.above in (select given.group %1$s and given.group is not null))
                  or seen.id in (select worn.camera from CameraTag worn
                      where worn.tenant = :viewerTenant
                        and worn.tag in (select given.tag %1$s and given.tag is not null))
                  %2$s))
            """.formatted(FIRST_HAND, WAYS.stream().map(GrantRule::passedOn).collect(Collectors.joining()), KEPT_OUT);

    private GrantRule() {}
}
