package io.vedette.hub.platform.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Every word people read, by key and language. A key without words is a fault of ours and shows as itself. */
public final class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Read once: a page of a hundred lines says the same few sentences hundreds of times. */
    private static final Map<Sentence, MessageFormat> READ = new ConcurrentHashMap<>();

    private record Sentence(Locale language, String key) {}

    private Messages() {}

    public static String text(Locale language, String key, Object... values) {
        return text(language, key, List.of(values));
    }

    public static String text(Locale language, String key, List<Object> values) {
        try {
            MessageFormat format = READ.computeIfAbsent(new Sentence(language, key), Messages::read);
            return ((MessageFormat) format.clone()).format(values.toArray()); // one format is not for two threads
        } catch (MissingResourceException e) {
            return "??" + key + "??";
        }
    }

    private static MessageFormat read(Sentence sentence) {
        String pattern = ResourceBundle.getBundle("messages.hub", sentence.language(), NO_FALLBACK)
                .getString(sentence.key());
        return new MessageFormat(pattern, sentence.language());
    }
}
