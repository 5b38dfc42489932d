package io.vedette.hub.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything the hub answers over HTTP is a JAX-RS resource, found by its annotation. */
@ApplicationPath("/")
public class HubApplication extends Application {
    /** Without the description that Jersey would give of itself and of every route. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
