package io.vedette.stack.process;

import java.util.List;

/** For how long a stack is to run, which decides how hard the code of its hub is compiled. */
public enum Lifetime {
    /** What is called often is compiled again, and harder: half of what a start takes of the processor goes there. */
    DAYS(List.of()),
    /** A start takes a third less, and a page later up to twice as long: right where it is started again and again. */
    MINUTES(List.of("-XX:TieredStopAtLevel=1"));

    private final List<String> options;

    Lifetime(List<String> options) {
        this.options = options;
    }

    /** For Java, beside those of the hub. */
    public List<String> options() {
        return options;
    }
}
