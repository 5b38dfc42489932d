package io.vedette.e2e.house;

import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.stack.Stack;

/** One more camera of acme's, made as an owner makes it. */
public final class NewCamera {
    private NewCamera() {}

    /** Returns its id. */
    public static String named(Stack stack, HubApi owner, String name) {
        String site = new Behind(stack, "acme")
                .column("select id::text from site limit 1")
                .getFirst();
        Answer made = owner.post("/api/v1/t/acme/cameras", "{\"name\":\"" + name + "\",\"site\":\"" + site + "\"}");
        if (made.status() != 201) {
            throw new AssertionError("no camera: " + made);
        }
        return made.json().path("id").asText();
    }
}
