package io.vedette.hub.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every route of the interface for programs, read from the hub's own classes: a new one is in the tables by itself. */
final class ApiRoutes {
    private ApiRoutes() {}

    /** @param takesJson whether it reads a document from the body */
    record Route(String method, String path, boolean takesJson, Method code) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> all() {
        return everywhere().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .toList();
    }

    /** Pages, media and what carries a proof of its own, too. */
    static List<Route> everywhere() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.vedette.hub").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(ApiRoutes::of)
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    private static Stream<Route> of(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verb(method)
                        .map(verb ->
                                new Route(verb, path(root, method), method.isAnnotationPresent(Consumes.class), method))
                        .stream());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(String root, Method method) {
        Path below = method.getAnnotation(Path.class);
        return below == null ? root : root + "/" + below.value().replaceFirst("^/", "");
    }
}
