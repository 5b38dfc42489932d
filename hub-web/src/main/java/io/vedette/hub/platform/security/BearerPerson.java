package io.vedette.hub.platform.security;

import java.time.Instant;

/** Somebody whose program brought an access token; nobody any more when it is over. */
record BearerPerson(Person person, Instant until) {}
