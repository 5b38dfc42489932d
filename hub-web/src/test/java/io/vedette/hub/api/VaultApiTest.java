package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openapi4j.parser.OpenApi3Parser;
import org.openapi4j.parser.model.v3.OpenApi3;
import org.openapi4j.parser.model.v3.Operation;
import org.openapi4j.parser.model.v3.Parameter;

/** The description of what is sent with keys is valid, and says what the code takes. */
class VaultApiTest {
    private final OpenApi3 document = read();

    private static OpenApi3 read() {
        try {
            return new OpenApi3Parser()
                    .parse(VaultApiTest.class.getClassLoader().getResource("META-INF/openapi-vault.yaml"), true);
        } catch (Exception e) {
            throw new AssertionError("the document is not valid: " + e, e);
        }
    }

    /** An agent's tests bring a recording by its examples. */
    @Test
    void theDescriptionOfTheVaultOfASiteIsValid() throws Exception {
        URL file = VaultApiTest.class.getClassLoader().getResource("io/vedette/contracts/edge-vault.json");

        assertThat(new OpenApi3Parser().parse(file, true).getPaths()).isNotEmpty();
    }

    @Test
    void everyRouteForKeysIsDescribedAndNothingElse() {
        Set<String> described = document.getPaths().entrySet().stream()
                .flatMap(path -> path.getValue().getOperations().keySet().stream()
                        .map(verb -> verb.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described)
                .isEqualTo(ApiRoutes.everywhere().stream()
                        .map(route -> route.toString().replace("{side: vault|hub}", "vault"))
                        .filter(route -> route.contains(" /kerberos/vault/"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyOperationHasAWordOnWhatItDoesAndItsRefusals() {
        assertThat(operations()).allSatisfy(operation -> {
            String name = operation.getOperationId();
            assertThat(operation.getSummary()).as(name).isNotBlank();
            assertThat(operation.getTags()).as(name).hasSize(1);
            assertThat(operation.getResponses().keySet()).as(name).anyMatch(code -> code.startsWith("2"));
            assertThat(operation.getResponses().keySet()).as(name).anyMatch(code -> code.startsWith("4"));
        });
    }

    /** {@code VaultApiIT} sends them to the running hub. */
    @Test
    void whateverHasToBeSaidHasAnExample() {
        assertThat(document.getPaths().values().stream()
                        .flatMap(path -> Stream.concat(
                                said(path.getParameters()),
                                path.getOperations().values().stream().flatMap(one -> said(one.getParameters()))))
                        .map(one -> one.isRef() ? resolved(one) : one)
                        .filter(one -> Boolean.TRUE.equals(one.getRequired()) && "header".equals(one.getIn()))
                        .filter(one -> one.getExample() == null)
                        .map(Parameter::getName))
                .isEmpty();
    }

    private Parameter resolved(Parameter reference) {
        String ref = reference.getRef();
        return document.getComponents().getParameters().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static Stream<Parameter> said(List<Parameter> parameters) {
        return parameters == null ? Stream.empty() : parameters.stream();
    }

    private Stream<Operation> operations() {
        return document.getPaths().values().stream().flatMap(item -> item.getOperations().values().stream());
    }
}
