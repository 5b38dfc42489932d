package io.vedette.hub.fleet.removal;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.boundary.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What goes, as sentences with numbers. What is none is not spoken of. */
public final class TollWords {
    private TollWords() {}

    public static List<String> of(Toll toll, Locale language) {
        List<String> says = new ArrayList<>();
        say(says, language, "remove.groups", toll.groups());
        say(says, language, "remove.cameras", toll.cameras());
        say(says, language, "remove.staying", toll.staying());
        say(says, language, "remove.grants", toll.grants());
        say(says, language, "remove.agents", toll.agents());
        if (toll.recordings() > 0) {
            says.add(Messages.text(
                    language, "remove.recordings", toll.recordings(), Wording.size(toll.vaultBytes(), language)));
        }
        say(says, language, "remove.uploads", toll.uploads());
        return says;
    }

    private static void say(List<String> says, Locale language, String key, long count) {
        if (count > 0) {
            says.add(Messages.text(language, key, count));
        }
    }
}
