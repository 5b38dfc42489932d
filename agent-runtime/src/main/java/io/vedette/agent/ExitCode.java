package io.vedette.agent;

/** What a command tells the shell. */
enum ExitCode {
    DONE(0),
    /** Refused, or something here must be mended first. */
    REFUSED(1),
    MISUSED(2),
    NOT_REACHED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
