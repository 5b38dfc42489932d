package io.vedette.hub.platform.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Style sheets, scripts and icons: the same for everybody, so the only thing here that may be cached. */
@Path("/assets")
public class AssetsResource {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.(css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    private record Asset(byte[] bytes, EntityTag tag) {}

    @GET
    @Path("/{name: .+}")
    public Response asset(@PathParam("name") String name, @Context Request request) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.notFound();
        }
        Asset asset = KNOWN.get(name);
        if (asset == null) {
            asset = load(name);
            KNOWN.put(name, asset);
        }
        var unchanged = request.evaluatePreconditions(asset.tag());
        var answer = unchanged != null
                ? unchanged
                : Response.ok(asset.bytes())
                        .header("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        return answer.tag(asset.tag())
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .build();
    }

    private static Asset load(String name) throws IOException {
        try (var in = AssetsResource.class.getClassLoader().getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw Refusal.notFound();
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(bytes, new EntityTag(HexFormat.of().formatHex(digest, 0, 12)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
