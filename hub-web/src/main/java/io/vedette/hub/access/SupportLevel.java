package io.vedette.hub.access;

import java.util.Set;

/** How far support access goes. Neither reaches people, roles, the audit log or the tenant itself. */
public enum SupportLevel {
    /** Every camera, live and recorded; nothing is changed. */
    LOOK(Set.of(Permission.LIVE, Permission.REPLAY, Permission.EVERY_CAMERA)),
    /** The same, and sites, cameras and agents are put right. */
    MEND(Set.of(Permission.LIVE, Permission.REPLAY, Permission.EVERY_CAMERA, Permission.ARRANGE, Permission.PAIR));

    private final Role role;

    SupportLevel(Set<Permission> permissions) {
        this.role = Role.EDITOR.within(permissions);
    }

    public Role role() {
        return role;
    }
}
