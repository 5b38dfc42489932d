package io.vedette.agent.motion;

import io.vedette.lab.judge.Judge;
import io.vedette.lab.judge.Verdict;
import io.vedette.lab.scene.Disturbance;
import io.vedette.lab.scene.MadeScene;
import io.vedette.lab.scene.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The detector over some scenes of one kind, each of another seed. */
record DisturbanceJudgement(Disturbance kind, Pace pace, List<Verdict> verdicts) {
    private static final Duration LEAST = Duration.ofMillis(500);

    static DisturbanceJudgement of(Disturbance kind, Pace pace, long firstSeed, int scenes, Duration each) {
        List<Verdict> verdicts = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + scenes; seed++) {
            try (ShownTo watcher = new ShownTo(MotionAreas.WHOLE_PICTURE)) {
                verdicts.add(Judge.over(new MadeScene(kind, seed, each, pace), watcher));
            }
        }
        return new DisturbanceJudgement(kind, pace, verdicts);
    }

    int falseAlarms() {
        return verdicts.stream().mapToInt(v -> v.falseAlarms().size()).sum();
    }

    /** Of those of half a second and longer. */
    int missed() {
        return verdicts.stream().mapToInt(v -> v.missedFrom(LEAST).size()).sum();
    }

    String line() {
        List<Duration> delays =
                verdicts.stream().flatMap(v -> v.delays().stream()).sorted().toList();
        int found = verdicts.stream().mapToInt(v -> v.found().size()).sum();
        int short1 = verdicts.stream().mapToInt(v -> v.missed().size()).sum() - missed();
        double hours = verdicts.stream().mapToLong(v -> v.watched().toSeconds()).sum() / 3600.0;
        return String.format(
                Locale.ROOT,
                "%s, %s: %.2f h, false alarms %d, found %d, missed %d (and %d of 0.3 s), delay median %d ms, 95 %% %d ms",
                kind,
                pace,
                hours,
                falseAlarms(),
                found,
                missed(),
                short1,
                delays.get(delays.size() / 2).toMillis(),
                delays.get(delays.size() * 95 / 100).toMillis());
    }
}
