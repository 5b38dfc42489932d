package io.vedette.hub.platform.web;

import java.util.Map;

/**
 * A page to be drawn: the template's name below {@code templates/} without its ending, and what it shows.
 * Values are records and lists of records, never entities: the transaction is over when the page is drawn.
 */
public record View(String template, Map<String, Object> model) {
    public View {
        model = Map.copyOf(model);
    }
}
