package io.vedette.agent.config;

/** A text that must not be seen: a camera's password. May be empty: some cameras have none. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
