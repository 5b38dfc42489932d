package io.vedette.hub.platform.config;

/** How the hub writes its log. */
public enum LogFormat {
    /** As the server words it, for people. */
    TEXT,
    /** A JSON object a line, for collectors. */
    JSON
}
