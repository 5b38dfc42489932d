package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;

/**
 * Somebody in one tenant: the first argument of every question about cameras and what they recorded.
 * Made for one request and thrown away with it, so that a role taken away is gone with the next one.
 */
public record Viewer(TenantId tenant, Subject subject, Role role) {}
