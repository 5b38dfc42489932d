package io.vedette.agent.spool;

/** What holds of a spool whenever no write is under way; numbered as on the design page of a recording's life. */
public enum Invariant {
    E1("A row KEPT or STORED means: the file exists, has that many bytes and that SHA-256."),
    E2("Every `<id>.mp4` has a row."),
    E3("At most one `<id>.part` exists, with its draft, and only while the agent runs; no tombstone outlives a start."),
    E4(
            "A row and its `recording.closed` event (in an edge vault: `recording.kept`) were written in one transaction: neither is there without the other."),
    E5("Event numbers have no hole."),
    E6("Nothing else lies there: no strange file, nothing put aside, no thumbnail without its recording."),
    E7("Home, recordings and index name the same spool and the same opening."),
    E8("The index is whole: its pages, its version, the definition of its tables, the seal of every row.");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    /** As on the design page, in Markdown. */
    public String sentence() {
        return sentence;
    }
}
