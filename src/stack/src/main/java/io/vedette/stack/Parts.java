package io.vedette.stack;

import io.vedette.stack.words.StackFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the programs of the stack are; the build knows and says it by system properties.
 *
 * @param root of the checkout
 * @param classPath of this module, for children that run classes of the lab
 */
public record Parts(Path root, Path keycloakZip, Path payara, Path hubWar, Path agentJar, String classPath) {
    public static Parts fromSystemProperties() {
        return new Parts(
                path("vedette.root"),
                path("vedette.keycloak.zip"),
                path("vedette.payara.jar"),
                path("vedette.hub.war"),
                path("vedette.agent.jar"),
                text("vedette.class.path"));
    }

    /** Where the themes of the sign-in pages lie, a folder for each. */
    Path loginThemes() {
        return root.resolve("themes").resolve("keycloak");
    }

    /** Throws {@link StackFailed} naming the first part that is not there. Without an edge no agent's jar is needed. */
    void require(boolean edge) {
        Stream<Path> parts = Stream.of(keycloakZip, payara, hubWar);
        (edge ? Stream.concat(parts, Stream.of(agentJar)) : parts)
                .filter(part -> !Files.isRegularFile(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new StackFailed("The file " + part + " is not there. Build first: ./mvnw package");
                });
    }

    private static Path path(String property) {
        return Path.of(text(property)).toAbsolutePath().normalize();
    }

    private static String text(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new StackFailed("The system property " + property + " is not set: start the stack by ./mvnw -Pdemo");
        }
        return value;
    }
}
