package io.vedette.agent.recording;

import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.Timetable;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether there may be a recording: by the hours of the week, and by somebody who is asked. One thread. */
interface RecordingPermit {
    /** At that moment, by the timetable alone. */
    boolean at(Instant label);

    /** The same, and whoever is to be asked says yes: may take two seconds. Asked once for each recording. */
    boolean toBegin(Instant label);

    static RecordingPermit of(RecordingRules rules, LongSupplier ticker) {
        RecordingRules.Condition condition = rules.condition();
        return of(rules.timetable(), condition == null ? () -> true : new ConditionCheck(condition, ticker));
    }

    static RecordingPermit of(Timetable timetable, BooleanSupplier condition) {
        return new RecordingPermit() {
            @Override
            public boolean at(Instant label) {
                return timetable.open(label);
            }

            @Override
            public boolean toBegin(Instant label) {
                return at(label) && condition.getAsBoolean();
            }
        };
    }
}
