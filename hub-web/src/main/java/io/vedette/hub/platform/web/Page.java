package io.vedette.hub.platform.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A page as an answer with a status of its own. */
public final class Page {
    private static final int UNUSABLE = 422; // RFC 9110, section 15.5.21

    private Page() {}

    public static Response of(View view) {
        return Response.ok(view, MediaType.TEXT_HTML_TYPE).build();
    }

    /** A page that says what there is instead of what was asked for. */
    public static Response notFound(View view) {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(view)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    /** The form again, with what was typed and what is wrong with it. */
    public static Response again(View view) {
        return Response.status(UNUSABLE)
                .entity(view)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
