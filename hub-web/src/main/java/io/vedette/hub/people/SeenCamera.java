package io.vedette.hub.people;

import java.util.List;

/**
 * A camera as somebody else sees it.
 *
 * @param actions names of what they may do with it; words are {@code action.<name>}
 */
public record SeenCamera(String id, String name, String site, List<String> actions) {}
