package io.vedette.hub.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything the hub answers over HTTP is a JAX-RS resource, found by its annotation. */
@ApplicationPath("/")
public class HubApplication extends Application {}
