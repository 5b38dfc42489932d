package io.vedette.hub.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every address of the hub, read from its own classes, and the few that the server adds. */
final class HubAddresses {
    /** Of MicroProfile, and static files: nothing of ours answers there. */
    private static final List<String> OF_THE_SERVER =
            List.of("GET /health/ready", "GET /health/live", "GET /health/started", "GET /openapi", "GET /favicon.ico");

    private HubAddresses() {}

    static List<String> all() {
        return Stream.of(
                        ApiRoutes.everywhere().stream().map(route -> route.method() + " " + plain(route.path())),
                        annotated(ServerEndpoint.class)
                                .map(type -> "SOCKET "
                                        + type.getAnnotation(ServerEndpoint.class)
                                                .value()),
                        annotated(WebServlet.class)
                                .flatMap(type -> Arrays.stream(
                                        type.getAnnotation(WebServlet.class).urlPatterns()))
                                .map(path -> "GET " + path),
                        OF_THE_SERVER.stream())
                .flatMap(addresses -> addresses)
                .sorted()
                .toList();
    }

    /** Without the patterns that narrow a part. */
    private static String plain(String path) {
        return path.replaceFirst("^//", "/").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static Stream<Class<?>> annotated(Class<? extends java.lang.annotation.Annotation> sign) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.vedette.hub").stream()
                        .filter(type -> type.isAnnotatedWith(sign))
                        .map(JavaClass::reflect);
    }
}
