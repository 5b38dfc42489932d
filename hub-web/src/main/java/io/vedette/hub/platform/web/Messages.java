package io.vedette.hub.platform.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every word people read, by key and language. A key without words is a fault of ours and shows as itself. */
public final class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    public static String text(Locale language, String key, Object... values) {
        return text(language, key, List.of(values));
    }

    public static String text(Locale language, String key, List<Object> values) {
        try {
            String pattern = ResourceBundle.getBundle("messages.hub", language, NO_FALLBACK)
                    .getString(key);
            return new MessageFormat(pattern, language).format(values.toArray());
        } catch (MissingResourceException e) {
            return "??" + key + "??";
        }
    }
}
