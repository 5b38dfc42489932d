package io.vedette.hub.fleet;

import io.vedette.contracts.link.CameraFault;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.platform.web.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that is wrong at a camera, with its reason and what to do about it.
 *
 * @param code the same in every language
 */
public record Trouble(String code, String title, String how) {
    /** The agent itself leaves a fifth free: below this somebody else fills its disk. */
    private static final int LEAST_FREE_PERCENT = 5;

    /** What its agent tells now; an agent that is away tells nothing. */
    public static List<Trouble> of(CameraSight sight, Locale language) {
        List<Trouble> all = new ArrayList<>();
        fault(sight).ifPresent(fault -> all.add(of(fault.name().toLowerCase(Locale.ROOT), language, "")));
        disk(sight.diskFreePercent(), language).ifPresent(all::add);
        if (sight.presence().state() != Presence.State.OFFLINE) {
            sight.agent()
                    .flatMap(Agent::clockOff)
                    .ifPresent(off -> all.add(
                            of(off.isNegative() ? "clock_fast" : "clock_slow", language, words(off.abs(), language))));
        }
        return all;
    }

    /** Whether somebody has filled the disk that the camera is recorded on. */
    public static boolean diskFull(CameraSight sight) {
        return tooLittle(sight.diskFreePercent());
    }

    private static boolean tooLittle(OptionalInt freePercent) {
        return freePercent.isPresent() && freePercent.getAsInt() < LEAST_FREE_PERCENT;
    }

    static Optional<Trouble> disk(OptionalInt freePercent, Locale language) {
        return tooLittle(freePercent)
                ? Optional.of(of("agent_disk", language, freePercent.getAsInt() + " %"))
                : Optional.empty();
    }

    /** Why no pictures come, while none come. */
    static Optional<CameraFault> fault(CameraSight sight) {
        return sight.presence().state() == Presence.State.LOST
                ? sight.agent().flatMap(Agent::cameraFault)
                : Optional.empty();
    }

    /** One by its code, as its words are. */
    public static Trouble of(String code, Locale language, String value) {
        return new Trouble(
                code,
                Messages.text(language, "trouble." + code + ".title", value),
                Messages.text(language, "trouble." + code + ".how", value));
    }

    private static String words(Duration off, Locale language) {
        if (off.toDays() > 0) {
            return Messages.text(language, "trouble.days", off.toDays());
        }
        return off.toHours() > 0
                ? Messages.text(language, "trouble.hours", off.toHours())
                : Messages.text(language, "trouble.minutes", off.toMinutes());
    }
}
