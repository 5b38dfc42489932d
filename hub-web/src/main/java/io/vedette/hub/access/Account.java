package io.vedette.hub.access;

/**
 * Somebody who belongs to the tenant, whether they have ever signed in here or not.
 *
 * @param name as people call them; the user name when there is no other
 * @param email empty when the identity provider knows none
 */
public record Account(Subject subject, String name, String userName, String email, Role role) {}
