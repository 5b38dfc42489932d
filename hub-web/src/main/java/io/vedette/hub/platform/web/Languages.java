package io.vedette.hub.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages the hub speaks, and which of them a request asks for. Another one is another file of messages. */
public final class Languages {
    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(asked -> Locale.of(asked.getLanguage()))
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
