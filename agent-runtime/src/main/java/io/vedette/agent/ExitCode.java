package io.vedette.agent;

/** What a command tells the shell. */
enum ExitCode {
    DONE(0, "Done; `run` was told to stop by the end of its standard input."),
    REFUSED(1, "Refused, or something here must be mended first: what was printed says so."),
    MISUSED(2, "The command cannot be understood."),
    NOT_REACHED(3, "The hub was not reached. The same command may be run again later."),
    BROKEN(70, "A fault of the agent's own took away what it records with. Start it again; the service does.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    /** For the reference page, in Markdown. */
    String meaning() {
        return meaning;
    }
}
