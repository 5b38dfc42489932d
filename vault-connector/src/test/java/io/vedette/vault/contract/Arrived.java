package io.vedette.vault.contract;

import java.util.Map;

/** An event as a reader of the broker finds it. */
public record Arrived(
        String id, String key, String sequence, String contentType, String body, Map<String, String> attributes) {}
