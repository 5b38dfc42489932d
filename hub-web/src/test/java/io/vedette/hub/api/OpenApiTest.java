package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.api.ApiRoutes.Route;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openapi4j.parser.OpenApi3Parser;
import org.openapi4j.parser.model.v3.OpenApi3;
import org.openapi4j.parser.model.v3.Operation;
import org.openapi4j.parser.model.v3.Schema;

/** The description of the interface is valid, and says what the code does. */
class OpenApiTest {
    private static final URL FILE = OpenApiTest.class.getClassLoader().getResource("META-INF/openapi.yaml");
    /** Bodies that are read as a map, so that what is null and what is left out differ; {@code EditsIT} holds them. */
    private static final Set<String> READ_AS_MAPS = Set.of(
            "GrantRequest", "InvitationRequest", "GrantChange", "CameraWish", "NewCamera", "SiteChange", "GroupChange");

    private static final Set<String> NOT_RECORDS = Set.of("Problem", "Events");

    private final OpenApi3 document = read();

    private static OpenApi3 read() {
        try {
            return new OpenApi3Parser().parse(FILE, true); // true: refuses what the standard forbids
        } catch (Exception e) {
            throw new AssertionError("the document is not valid: " + e, e);
        }
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        document.getPaths()
                .forEach((path, item) -> item.getOperations()
                        .forEach((verb, operation) ->
                                described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(described)
                .isEqualTo(
                        ApiRoutes.all().stream().map(Route::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyOperationHasANameOfItsOwnAWordOnWhatItDoesAndItsRefusals() {
        List<Operation> all = operations().toList();

        assertThat(all)
                .extracting(Operation::getOperationId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(operation -> {
            String name = operation.getOperationId();
            assertThat(operation.getSummary()).as(name).isNotBlank();
            assertThat(operation.getTags()).as(name).hasSize(1);
            assertThat(operation.getResponses().keySet()).as(name).anyMatch(code -> code.startsWith("2"));
            assertThat(operation.getResponses().keySet()).as(name).anyMatch(code -> code.startsWith("4"));
        });
        assertThat(document.getComponents().getSecuritySchemes()).containsOnlyKeys("token", "session");
    }

    /** {@code OpenApiIT} sends them to the running hub. */
    @Test
    void whateverIsSentHasAnExample() {
        assertThat(operations()
                        .filter(operation -> operation.getRequestBody() != null)
                        .filter(operation -> operation.getRequestBody().getContentMediaTypes().values().stream()
                                .allMatch(type -> type.getExample() == null))
                        .map(Operation::getOperationId))
                .containsExactlyInAnyOrder("pairAgent", "pairVault"); // a proof by a key that no other one has
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        assertThat(document.getComponents().getResponses())
                .isNotEmpty()
                .allSatisfy((name, response) -> assertThat(response.getContentMediaTypes())
                        .as(name)
                        .containsOnlyKeys("application/problem+json"));
    }

    @Test
    void everySchemaHasTheFieldsOfItsRecord() throws ClassNotFoundException {
        Map<String, Class<?>> records = records();
        for (Map.Entry<String, Schema> entry :
                document.getComponents().getSchemas().entrySet()) {
            String name = entry.getKey();
            if (NOT_RECORDS.contains(name) || READ_AS_MAPS.contains(name)) {
                continue;
            }
            assertThat(records).containsKey(name);
            RecordComponent[] parts = records.get(name).getRecordComponents();
            assertThat(entry.getValue().getProperties().keySet())
                    .as(name)
                    .containsExactly(
                            Arrays.stream(parts).map(RecordComponent::getName).toArray(String[]::new));
            assertThat(Optional.ofNullable(entry.getValue().getRequiredFields()).orElse(List.of()))
                    .as("what is always there in " + name)
                    .containsExactly(Arrays.stream(parts)
                            .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getName)
                            .toArray(String[]::new));
        }
    }

    private Stream<Operation> operations() {
        return document.getPaths().values().stream().flatMap(item -> item.getOperations().values().stream());
    }

    /** Every record of the hub and of the contracts by its simple name. */
    private static Map<String, Class<?>> records() {
        Map<String, Class<?>> found = new TreeMap<>();
        new com.tngtech.archunit.core.importer.ClassFileImporter()
                .importPackages("io.vedette.hub", "io.vedette.contracts.pairing").stream()
                        .filter(com.tngtech.archunit.core.domain.JavaClass::isRecord)
                        .forEach(type -> found.put(type.getSimpleName(), type.reflect()));
        return found;
    }
}
