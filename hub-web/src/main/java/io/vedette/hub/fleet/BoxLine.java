package io.vedette.hub.fleet;

import io.vedette.contracts.link.FromAgent;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.boundary.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an agent tells of the disk it records on, in words.
 *
 * @param diskFree of it, in percent; empty while the agent is away
 * @param tellsGivenUp false while the agent is away, or when it is too old to tell
 * @param givenUp one for each reason and place; empty when nothing was given up
 */
public record BoxLine(String diskFree, boolean tellsGivenUp, List<Loss> givenUp) {
    /** @param lost the vault did not have them */
    public record Loss(String words, boolean lost) {}

    static BoxLine of(CameraSight sight, Optional<FromAgent.GivenUp> givenUp, Locale language) {
        String free =
                sight.diskFreePercent().isPresent() ? sight.diskFreePercent().getAsInt() + " %" : "";
        return of(free, givenUp, language);
    }

    public static BoxLine of(String diskFree, Optional<FromAgent.GivenUp> givenUp, Locale language) {
        return new BoxLine(
                diskFree,
                givenUp.isPresent(),
                givenUp.map(FromAgent.GivenUp::counts).orElse(List.of()).stream()
                        .filter(count -> count.recordings() > 0)
                        .map(count -> loss(count, language))
                        .toList());
    }

    private static Loss loss(FromAgent.GivenUp.Count count, Locale language) {
        String words = Messages.text(
                language,
                count.inVault() ? "camera.given-up.vault" : "camera.given-up.edge",
                count.recordings(),
                Wording.size(count.bytes(), language),
                Messages.text(language, "camera.given-up." + count.reason().name()));
        return new Loss(words, !count.inVault());
    }
}
