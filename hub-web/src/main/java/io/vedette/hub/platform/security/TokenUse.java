package io.vedette.hub.platform.security;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * The token of their own with which somebody came, instead of a sign-in.
 *
 * @param name as they call it
 * @param permissions what the token allows at most, by name
 */
public record TokenUse(UUID id, String name, Set<String> permissions) implements Serializable {
    public TokenUse {
        permissions = Set.copyOf(permissions);
    }
}
