package io.vedette.hub.reference;

import io.vedette.hub.platform.web.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/** Swagger UI, from its WebJar, with a page and a start of ours: the ones it brings have scripts inside, which our policy forbids. */
@Path("/swagger")
public class SwaggerResource {
    private static final String OURS = "swagger/";
    private static final String POM = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Where each file of the page comes from; nothing else of the WebJar is served. */
    private static final Map<String, String> FILES = Map.of(
            "index.html", OURS + "index.html",
            "start.js", OURS + "start.js",
            "vault.yaml", "META-INF/openapi-vault.yaml",
            "edge-vault.json", "io/vedette/contracts/edge-vault.json",
            "swagger-ui.css", webJar() + "swagger-ui.css",
            "swagger-ui-bundle.js", webJar() + "swagger-ui-bundle.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "yaml", "application/yaml;charset=UTF-8",
            "json", "application/json;charset=UTF-8");

    @GET
    @Path("/{name}")
    public Response file(@PathParam("name") String name) throws IOException {
        String file = FILES.get(name);
        if (file == null) {
            throw Refusal.notFound();
        }
        return Response.ok(bytes(file))
                .header("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .header("Cache-Control", "private, max-age=3600")
                .build();
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = SwaggerResource.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is not in the package");
            }
            return in.readAllBytes();
        }
    }

    private static String webJar() {
        try (InputStream in = SwaggerResource.class.getClassLoader().getResourceAsStream(POM)) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return "META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version") + "/";
        } catch (IOException e) {
            throw new IllegalStateException("the WebJar of Swagger UI cannot be read", e);
        }
    }
}
