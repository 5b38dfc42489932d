package io.vedette.stack.ship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vedette.agent.AgentFlags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No engine runs these files where they are written. So that they do not go stale, they are held against what the demo does. */
class ContainersTest {
    private static final String SECRET = ".*(PASSWORD|SECRET|TICKET_KEY|SEAL_KEY)";
    private static final String STACK = "src/stack/src/main/java/io/vedette/stack/";
    private final Compose compose = Compose.read();

    @Test
    void theHubIsToldWhatTheDemoTellsItAndWhoMayForward() {
        String settings = Checkout.read("hub-web/src/main/java/io/vedette/hub/platform/config/HubSetting.java");
        List<String> known = Checkout.all("^    ([A-Z_]+)\\(", settings);
        Set<String> told =
                new TreeSet<>(Checkout.all("put\\(\"(\\w+)\"", Checkout.read(STACK + "hub/HubSettings.java")));
        told.add("VEDETTE_TRUSTED_PROXIES");

        assertThat(compose.environment("hub").keySet())
                .isEqualTo(told)
                .allMatch(name -> known.contains(name.replaceFirst("VEDETTE_", "")));
        assertThat(compose.environment("hub").get("VEDETTE_TRUSTED_PROXIES"))
                .isEqualTo(compose.root()
                        .at("/networks/default/ipam/config/0/gateway")
                        .asText());
    }

    @Test
    void keycloakIsToldWhatTheDemoTellsIt() {
        List<String> told = Checkout.all("put\\(\"(KC_\\w+)\"", Checkout.read(STACK + "keycloak/KeycloakServer.java"));

        assertThat(compose.environment("keycloak").keySet()).isNotEmpty().containsAll(told);
    }

    @Test
    void everySecretIsAskedForByItsNameAndHasNoDefault() {
        Set<String> asked = new TreeSet<>();
        for (String service : compose.services().keySet()) {
            compose.environment(service).forEach((name, value) -> {
                if (name.matches(SECRET)) {
                    String source = name.equals("PGPASSWORD") ? "POSTGRES_PASSWORD" : name;
                    assertThat(value).isEqualTo("${" + source + ":?" + source + " is not set}");
                    asked.add(source);
                }
            });
        }
        List<String> example = Checkout.all("^(\\w+=.*)$", Checkout.read("docker/secrets.example"));

        assertThat(example)
                .containsExactlyInAnyOrderElementsOf(
                        asked.stream().map(name -> name + "=").toList());
    }

    @Test
    void onlyThisMachineReachesThePortsAndTheyAreThoseTheServersListenOn() {
        List<String> published = new ArrayList<>();
        compose.services()
                .forEach((name, service) -> service.path("ports").forEach(port -> published.add(port.asText())));
        String hub = port("hub", "\"--port\", \"(\\d+)\"");
        String keycloak = port("keycloak", "--http-port=(\\d+)");
        String address = "http://127.0.0.1:";

        assertThat(published)
                .containsExactlyInAnyOrder("127.0.0.1:" + hub + ":" + hub, "127.0.0.1:" + keycloak + ":" + keycloak);
        assertThat(compose.environment("hub"))
                .containsEntry("VEDETTE_PUBLIC_URL", address + hub)
                .containsEntry("VEDETTE_OIDC_ISSUER", address + keycloak + "/realms/vedette");
        assertThat(compose.environment("keycloak"))
                .containsEntry("KC_HOSTNAME", address + keycloak)
                .containsEntry("VEDETTE_PUBLIC_URL", address + hub);
        assertThat(compose.of("keycloak", "healthcheck").toString())
                .contains("/" + port("keycloak", "--http-management-port=(\\d+)") + " ");
    }

    @Test
    void everyServiceIsKeptSmall() {
        assertThat(compose.services().keySet()).containsExactly("agent", "hub", "keycloak", "net", "postgres");
        for (String service : compose.services().keySet()) {
            assertThat(compose.of(service, "read_only").asBoolean()).as(service).isTrue();
            assertThat(compose.of(service, "cap_drop").toString()).as(service).isEqualTo("[\"ALL\"]");
            assertThat(compose.of(service, "security_opt").toString())
                    .as(service)
                    .contains("no-new-privileges:true");
            assertThat(compose.of(service, "mem_limit").asText()).as(service).matches("\\d+[mg]");
            assertThat(compose.of(service, "healthcheck").isObject())
                    .as(service)
                    .isTrue();
            String file = compose.of(service, "build").path("dockerfile").asText();
            String user = file.isEmpty()
                    ? compose.of(service, "user").asText()
                    : Checkout.all("^USER (\\d+):", Checkout.read(file)).getLast();
            assertThat(user).as(service).matches("[1-9]\\d*(:\\d+)?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "agent", "keycloak"})
    void whatAnImageTakesExistsOrIsMadeUnderThatName(String image) {
        String pass = Checkout.read(".dockerignore");
        String file = containerfile(image);
        assertThat(file).startsWith("# Not run yet");
        for (String source : Checkout.all("^COPY (?!--from)(\\S+) ", file)) {
            assertThat(Checkout.all("^!(\\S+)$", pass)).as(source).anyMatch(source::startsWith);
            switch (source) {
                case "hub-web/target/hub.war" ->
                    assertThat(Checkout.read("hub-web/pom.xml")).contains("<finalName>hub</finalName>");
                case "agent-runtime/target/vedette-agent.jar" ->
                    assertThat(Checkout.read("src/stack/pom.xml")).contains("/" + source);
                case "docker/target/payara-micro.jar" ->
                    assertThat(Checkout.read("docker/README.md"))
                            .contains("fish.payara.extras:payara-micro:" + version("payara") + " ")
                            .contains("-DoutputDirectory=docker/target");
                default -> assertThat(Checkout.ROOT.resolve(source)).exists();
            }
        }
    }

    @Test
    void whatComposeMountsExistsAndCanBeRun() {
        List<String> mounted = Checkout.all("- \\./(\\S+?):/", Checkout.read("docker/compose.yml"));

        assertThat(mounted)
                .isNotEmpty()
                .allMatch(path ->
                        Files.isExecutable(Checkout.ROOT.resolve("docker").resolve(path)));
    }

    @Test
    void versionsAreThoseOfTheParentPom() {
        assertThat(Checkout.all("^FROM quay.io/keycloak/keycloak:(\\S+)", containerfile("keycloak")))
                .hasSize(2)
                .containsOnly(version("keycloak"));
        assertThat(Checkout.all("image: docker.io/library/postgres:(\\S+)", Checkout.read("docker/compose.yml")))
                .hasSize(2)
                .allMatch(tag -> version("postgres").startsWith(tag + "."));
    }

    @Test
    void serversAreStartedWithTheFlagsOfTheDemo() {
        String hub = Checkout.read(STACK + "hub/HubServer.java");
        String keycloak = Checkout.read(STACK + "keycloak/KeycloakServer.java")
                + Checkout.read(STACK + "keycloak/KeycloakFolder.java");

        assertThat(flags("hub")).hasSizeGreaterThan(8).allMatch(flag -> hub.contains('"' + flag));
        assertThat(flags("keycloak"))
                .hasSizeGreaterThan(6)
                .allMatch(flag -> flag.equals("--import-realm") || keycloak.contains('"' + flag));
        assertThat(containerfile("agent"))
                .contains(AgentFlags.jvm(Path.of("/var/lib/vedette-agent/cache")).stream()
                        .map(flag -> '"' + flag + '"')
                        .toList())
                .contains(AgentFlags.ENVIRONMENT.entrySet().stream()
                        .map(Object::toString)
                        .toList());
        assertThat(Checkout.read("docker/hub/prebootcommands")
                        .lines()
                        .map(line -> line.substring(line.lastIndexOf("protocols."))))
                .isNotEmpty()
                .allMatch(hub::contains);
    }

    @Test
    void rolesAreThoseOfTheDemo() {
        String roles = Checkout.read("docker/postgres/roles.sh");
        String demo = Checkout.read(STACK + "postgres/Roles.java");
        List<String> rights = Checkout.all("create role \\w+ (login .*) password", roles);

        assertThat(rights).hasSize(3).allMatch(right -> demo.contains(" " + right + "\""));
        assertThat(Checkout.all("create (?:role|database) (\\w+)", roles))
                .hasSize(5)
                .allMatch(name -> demo.contains('"' + name + '"'));
    }

    @Test
    void theRealmIsTheDemosWithoutItsPeople() throws JsonProcessingException {
        JsonMapper mapper = new JsonMapper();
        JsonNode demo =
                mapper.readTree(Checkout.read("src/stack/src/main/resources/io/vedette/stack/keycloak/realm.json")
                        .replace("${hub-origin}", "${VEDETTE_PUBLIC_URL}")
                        .replace("${client-secret}", "${VEDETTE_OIDC_CLIENT_SECRET}"));
        JsonNode realm = mapper.readTree(Checkout.read("docker/keycloak/realm.json"));

        demo.properties().stream()
                .filter(setting -> !Set.of("users", "organizations").contains(setting.getKey()))
                .forEach(setting -> assertThat(realm.path(setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue()));
        assertThat(realm.path("users").findValuesAsText("username")).containsExactly("service-account-hub");
        assertThat(realm.path("organizations")).isEmpty();
    }

    private static String containerfile(String image) {
        return Checkout.read("docker/" + image + "/Containerfile");
    }

    private static String port(String image, String regex) {
        return Checkout.all(regex, containerfile(image)).getFirst();
    }

    private static String version(String property) {
        return Checkout.all("<" + property + ".version>(.+?)<", Checkout.read("pom.xml"))
                .getFirst();
    }

    /** Every option of the command, without a value that is a place or a port of the image's own. */
    private static List<String> flags(String image) {
        return Checkout.all("\"(-[^\"]+)\"", containerfile(image)).stream()
                .map(flag -> flag.replaceFirst("=(/.*|\\d.*)$", "="))
                .toList();
    }
}
