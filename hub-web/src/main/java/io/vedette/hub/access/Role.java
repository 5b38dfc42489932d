package io.vedette.hub.access;

/** What somebody may do in a tenant at all. A role is a ceiling: cameras come by grants, except to those who run the place. */
public enum Role {
    OWNER(true, true),
    ADMIN(true, true),
    EDITOR(true, false),
    VIEWER(false, false);

    private final boolean seesEveryCamera;
    private final boolean delegates;

    Role(boolean seesEveryCamera, boolean delegates) {
        this.seesEveryCamera = seesEveryCamera;
        this.delegates = delegates;
    }

    /** Needs no grant to see a camera and to use it. */
    public boolean seesEveryCamera() {
        return seesEveryCamera;
    }

    /** May see the accounts, and give and take grants. */
    public boolean delegates() {
        return delegates;
    }

    /** Whether somebody of this role may give or take {@code other}: nobody deals in roles as high as their own but owners. */
    public boolean appoints(Role other) {
        return this == OWNER || (this == ADMIN && other != OWNER && other != ADMIN);
    }

    /** May make and rename sites, groups and cameras, and pair agents. */
    public boolean arranges() {
        return seesEveryCamera;
    }
}
