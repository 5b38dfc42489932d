package io.vedette.agent;

/** This agent's own version, as written into its jar; for people only. */
final class AgentVersion {
    private AgentVersion() {}

    static String current() {
        String version = AgentVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
