package io.vedette.stack.ship;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.TreeMap;

/** {@code docker/compose.yml}. */
record Compose(JsonNode root) {
    static Compose read() {
        try {
            return new Compose(new YAMLMapper().readTree(Checkout.read("docker/compose.yml")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("docker/compose.yml is no YAML", e);
        }
    }

    /** Name and description of every service, what it merges from the common part included. */
    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        root.path("services").properties().forEach(service -> services.put(service.getKey(), service.getValue()));
        return services;
    }

    /** What is said of a service, by itself or by the part it merges. */
    JsonNode of(String service, String key) {
        JsonNode own = root.path("services").path(service);
        return own.has("<<") && !own.has(key) ? root.path("x-guard").path(key) : own.path(key);
    }

    Map<String, String> environment(String service) {
        Map<String, String> all = new TreeMap<>();
        of(service, "environment")
                .properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }
}
