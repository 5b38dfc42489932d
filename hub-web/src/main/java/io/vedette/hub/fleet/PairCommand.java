package io.vedette.hub.fleet;

/**
 * The one line for the box beside the camera. The checksum stands in the line itself, so it comes to the box by the hand of a
 * signed-in person and not by the way the file came: a file that was changed on its way is not started. The star and no second
 * space stands before the name, as a page draws two spaces as one.
 */
record PairCommand(String hub, String sha256) {
    static final String FILE = "vedette-agent.jar";

    PairCommand {
        hub = hub.replaceFirst("/+$", "");
    }

    String line() {
        return line("pair");
    }

    /** For the box that becomes the vault of a site. */
    String vaultLine() {
        return line("pair-vault");
    }

    private String line(String pair) {
        return "curl -fO --progress-bar " + hub + "/get/" + FILE
                + " && echo '" + sha256 + " *" + FILE + "' | sha256sum -c -"
                + " && java -jar " + FILE + " " + pair + " " + hub
                + " && java -jar " + FILE + " run";
    }
}
