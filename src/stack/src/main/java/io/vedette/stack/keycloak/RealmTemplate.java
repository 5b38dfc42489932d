package io.vedette.stack.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm as a file with holes, and what comes of it when they are filled. */
public record RealmTemplate(String text) {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z-]+)}");

    /** The one realm of this stack. */
    static RealmTemplate ofTheStack() {
        try (InputStream file = RealmTemplate.class.getResourceAsStream("realm.json")) {
            if (file == null) {
                throw new IllegalStateException("realm.json is not on the class path");
            }
            return new RealmTemplate(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the realm's template", e);
        }
    }

    /** Fills every hole; a hole without a value, or a value without a hole, is a mistake and throws {@link StackFailed}. */
    ObjectNode fill(Map<String, String> values) {
        Set<String> unused = new TreeSet<>(values.keySet());
        String filled = HOLE.matcher(text).replaceAll(hole -> {
            String value = values.get(hole.group(1));
            if (value == null) {
                throw new StackFailed("The realm's template asks for " + hole.group() + ", which nobody gives.");
            }
            unused.remove(hole.group(1));
            return Matcher.quoteReplacement(
                    new String(JsonStringEncoder.getInstance().quoteAsString(value)));
        });
        if (!unused.isEmpty()) {
            throw new StackFailed("The realm's template has no place for " + unused + ".");
        }
        try {
            return (ObjectNode) new ObjectMapper().readTree(filled);
        } catch (JsonProcessingException e) {
            e.clearLocation(); // its excerpt would show secrets
            throw new StackFailed("The realm's template is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
