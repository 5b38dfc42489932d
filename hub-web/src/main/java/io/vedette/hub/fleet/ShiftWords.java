package io.vedette.hub.fleet;

import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.grants.Audience;
import io.vedette.hub.platform.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody is told before cameras are put elsewhere or tagged. */
final class ShiftWords {
    private final Locale language;

    ShiftWords(Locale language) {
        this.language = language;
    }

    /**
     * @param groups names by id, of the groups that are left
     * @param roles all there are
     */
    List<String> of(
            ArrangeCameras.Outcome.Ask ask,
            int cameras,
            Site to,
            Map<SiteId, Site> sites,
            Map<GroupId, CameraGroup> groups,
            List<Role> roles) {
        List<String> says = new ArrayList<>();
        for (Camera mover : ask.movers()) {
            String from =
                    sites.containsKey(mover.site()) ? sites.get(mover.site()).name() : "";
            String zone = to.zone().getId();
            says.add(mover.group()
                    .map(groups::get)
                    .map(group -> text("agree.moves.group", mover.name(), from, to.name(), zone, group.name()))
                    .orElseGet(() -> text("agree.moves", mover.name(), from, to.name(), zone)));
        }
        add(says, "agree.gain", ask.shift().gain(), cameras, roles);
        add(says, "agree.lose", ask.shift().lose(), cameras, roles);
        if (!ask.shift().lose().nobody()) {
            says.add(text("agree.lose.now"));
        }
        return says;
    }

    private void add(List<String> says, String key, Audience who, int cameras, List<Role> roles) {
        if (!who.people().isEmpty()) {
            says.add(text(key, who.people().size(), cameras));
        }
        roles.stream()
                .filter(role -> who.everyone().contains(role.key()))
                .forEach(role -> says.add(text(key + ".role", RoleWords.of(role, language), cameras)));
    }

    private String text(String key, Object... values) {
        return Messages.text(language, key, values);
    }
}
