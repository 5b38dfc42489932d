package io.vedette.agent.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.contracts.link.LinkCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads named values one by one and goes on after a fault, so that all faults can be said at once. */
final class Fields {
    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    Fields(JsonNode root) {
        this.root = root;
    }

    /** Of answers to these questions; an answer to none of them is a fault. */
    static Fields ofAnswers(Map<String, String> values, List<? extends Question> questions) {
        ObjectNode root = LinkCodec.json().createObjectNode();
        values.forEach(root::put);
        Fields in = new Fields(root);
        Set<String> asked = questions.stream().map(Question::key).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> in.fault(name + " is no question that is asked here."));
        return in;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** A text turned into a value, or null after noting why not. The reader's own sentence is used when it throws. */
    <T> @Nullable T text(String name, Function<String, T> reader) {
        JsonNode node = at(name);
        if (!node.isTextual()) {
            faults.add(name + (node.isMissingNode() ? " is missing." : " must be a text in quotes."));
            return null;
        }
        return converted(name, node.textValue(), reader);
    }

    /** As {@link #text}, but null without a fault when the value is left out. */
    <T> @Nullable T optionalText(String name, Function<String, T> reader) {
        return at(name).isMissingNode() || at(name).isNull() ? null : text(name, reader);
    }

    /** A whole number within bounds, or the usual one when it is left out. */
    long number(String name, long least, long most, long usual) {
        JsonNode node = at(name);
        if (node.isMissingNode()) {
            return usual;
        }
        if (!node.canConvertToLong()
                || !node.isIntegralNumber()
                || node.longValue() < least
                || node.longValue() > most) {
            faults.add(name + " must be a whole number from " + least + " to " + most + ".");
            return usual;
        }
        return node.longValue();
    }

    /** As the setting's shape says: a text that must be there, or one that may. */
    <T> @Nullable T text(Setting setting, Function<String, T> reader) {
        return setting.shape() instanceof Setting.May
                ? optionalText(setting.key(), reader)
                : text(setting.key(), reader);
    }

    long number(Setting setting) {
        if (!(setting.shape() instanceof Setting.Whole whole)) {
            throw new IllegalArgumentException(setting + " is no number");
        }
        return number(setting.key(), whole.least(), whole.most(), whole.usual());
    }

    /** A value of a shape of its own; missing when it is left out. */
    JsonNode node(AgentSetting setting) {
        return at(setting.key());
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    private JsonNode at(String name) {
        return root.at("/" + name.replace('.', '/'));
    }

    private <T> @Nullable T converted(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            faults.add(name + ": " + e.getMessage());
            return null;
        }
    }
}
