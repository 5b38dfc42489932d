package io.vedette.e2e.house;

import io.vedette.e2e.api.HubApi;

/** Every camera of acme, given to the guard, who may pass on some of it; taken back when it is closed. */
public final class PassableGrant implements AutoCloseable {
    private final HubApi owner;
    private final String id;

    private PassableGrant(HubApi owner, String id) {
        this.owner = owner;
        this.id = id;
    }

    public static PassableGrant give(House house) {
        HubApi owner = house.browser().asOwner().api();
        String id = owner.post("/api/v1/t/acme/grants", """
                        {"account": "%s", "every": true, "actions": ["LIVE", "REPLAY"], "passable": true,
                         "until": "2099-12-31T23:00:00Z"}
                        """.formatted(
                                house.stack().account("guard").subject()))
                .json()
                .path("id")
                .asText();
        return new PassableGrant(owner, id);
    }

    /** The page on which the guard passes it on. */
    public String page() {
        return "/t/acme/me/grants/" + id + "/pass-on";
    }

    /** The page on which whoever gave it changes it. */
    public String changing() {
        return "/t/acme/people/grants/" + id;
    }

    @Override
    public void close() {
        owner.delete("/api/v1/t/acme/grants/" + id);
    }
}
