package io.vedette.hub.access;

import java.util.EnumSet;
import java.util.Set;

/** What a role may allow. Each guards one feature, and is there only because the feature is. */
public enum Permission {
    /** The three ways to use a camera: with the same names as {@code Action}. */
    LIVE,
    REPLAY,
    REQUEST_UPLOAD,
    /** What a program saw in recordings is written to them. */
    ANALYSE,
    /** Every camera of the tenant without a grant. */
    EVERY_CAMERA,
    /** Sites, groups, tags and cameras: made, changed, moved, deleted. */
    ARRANGE,
    /** Agents: paired, confirmed, revoked. */
    PAIR,
    /** Accounts and teams are seen, grants given and taken back. */
    DELEGATE,
    /** Roles narrower than one's own are given and taken. */
    APPOINT,
    /** The audit log is read and verified. */
    AUDIT,
    /** The tenant itself: its roles and settings, and every role is given and taken. Of owners alone. */
    OWN;

    /** Those that a role of the tenant's own may have. */
    public static Set<Permission> offered() {
        return EnumSet.complementOf(EnumSet.of(OWN));
    }
}
