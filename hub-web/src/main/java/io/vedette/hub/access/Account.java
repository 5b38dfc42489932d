package io.vedette.hub.access;

/**
 * Somebody who belongs to the tenant, whether they have ever signed in here or not.
 *
 * @param name as people call them; the user name when there is no other
 * @param email empty when the identity provider knows none
 * @param verified whether the provider says that the address is theirs; anybody can write another into their account
 * @param service whether it is a program's own, and nobody's
 */
public record Account(
        Subject subject, String name, String userName, String email, boolean verified, boolean service, Role role) {
    /** Whether this is who somebody means that types a user name or an address: what looks like an address must be proved. */
    public boolean answersTo(String text) {
        return text.contains("@") ? verified && email.equalsIgnoreCase(text) : userName.equalsIgnoreCase(text);
    }
}
