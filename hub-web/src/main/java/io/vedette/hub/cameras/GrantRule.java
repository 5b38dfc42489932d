package io.vedette.hub.cameras;

/** Part of the rule of grants for queries that ask from the camera's side. The rule itself: {@code granted} in the database. */
public final class GrantRule {
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

    private GrantRule() {}
}
