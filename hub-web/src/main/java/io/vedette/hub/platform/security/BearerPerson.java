package io.vedette.hub.platform.security;

import java.time.Instant;
import java.util.Optional;

/** Somebody whose program brought an access token; nobody any more when it is over. */
record BearerPerson(Person person, Instant until) {
    Optional<Person> at(Instant now) {
        return now.isBefore(until) ? Optional.of(person) : Optional.empty();
    }
}
