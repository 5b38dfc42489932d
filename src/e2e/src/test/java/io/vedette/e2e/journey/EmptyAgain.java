package io.vedette.e2e.journey;

import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import java.time.Duration;
import java.util.List;

/** The tenant globex with nothing in it, as it was before somebody added a camera there. */
final class EmptyAgain {
    private static final Duration HUB_NOTICES = Duration.ofSeconds(60);

    private EmptyAgain() {}

    /** Once its agents have ended and the hub has noticed: nothing is written behind the broom then. */
    static void globex(House house) {
        Behind globex = new Behind(house.stack(), "globex");
        for (String camera : globex.column("select camera_id::text from agent")) {
            String path = "/api/v1/t/globex/cameras/" + camera;
            Patiently.until(
                    "the hub to notice that the agent is gone",
                    HUB_NOTICES,
                    () -> "offline"
                            .equals(house.browser()
                                    .asGuest()
                                    .api()
                                    .get(path)
                                    .json()
                                    .path("state")
                                    .asText()));
        }
        for (String table :
                List.of("event", "upload", "recording", "access_grant", "pairing_token", "agent", "camera", "site")) {
            globex.change("delete from " + table);
        }
    }
}
