package io.vedette.hub.platform.web;

import jakarta.ws.rs.core.Response;

/** "See other" after a POST, to a path as it stands: JAX-RS' own would put the request's Host header in front of it. */
public final class Redirect {
    private Redirect() {}

    public static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
