package io.vedette.stack.demo;

import io.vedette.stack.state.Secret;
import java.util.UUID;

/**
 * A person of the demo.
 *
 * @param name what they type at the login, and their part in the demo
 * @param subject their id in Keycloak, {@code sub} in their tokens
 * @param role their role in the tenant acme, as the hub stores it; {@link People#OPERATOR} for who belongs to no tenant
 */
public record Account(String name, Secret password, UUID subject, String role) {}
