package io.vedette.agent.config;

/** One key of a file that a person may edit. */
public sealed interface Setting permits AgentSetting, VaultSetting {
    /** As in the file, with a dot for the object it stands in: {@code camera.main}. */
    String key();

    AgentSetting.Shape shape();

    /** For the reference page, in Markdown. */
    String meaning();
}
