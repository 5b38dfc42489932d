package io.vedette.stack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.stack.words.StackFailed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RealmTemplateTest {
    @Test
    void valuesAreFilledInAsTextWhateverTheyHold() {
        JsonNode filled = new RealmTemplate("{\"a\": \"${one}/x\"}").fill(Map.of("one", "\"}${two}\\$1\n"));

        assertThat(filled.path("a").asText()).isEqualTo("\"}${two}\\$1\n/x");
    }

    @Test
    void aHoleWithoutAValueIsAMistake() {
        assertThatThrownBy(() -> new RealmTemplate("{\"a\": \"${one}\"}").fill(Map.of()))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("${one}");
    }

    @Test
    void aValueWithoutAHoleIsAMistake() {
        assertThatThrownBy(() -> new RealmTemplate("{}").fill(Map.of("one", "1")))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("one");
    }

    @Test
    void aBrokenTemplateDoesNotShowTheSecretsInIt() {
        assertThatThrownBy(() -> new RealmTemplate("{\"a\": \"${one}\" \"b\"}").fill(Map.of("one", "hush-hush")))
                .isInstanceOf(StackFailed.class)
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void theHubsClientIsConfidentialAndTiedToTheHubsAddress() {
        JsonNode client = realm().path("clients").path(0);

        assertThat(client.path("publicClient").asBoolean()).isFalse();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
        assertThat(client.path("redirectUris")).hasSize(1);
        assertThat(client.path("redirectUris").path(0).asText()).isEqualTo("http://127.0.0.1:1/login/callback");
        assertThat(client.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    void theSignInPagesWearOurThemeInBothLanguagesAndRunNothingInline() {
        JsonNode realm = realm();

        assertThat(realm.path("loginTheme").asText()).isEqualTo("vedette");
        assertThat(realm.path("supportedLocales")).extracting(JsonNode::asText).containsExactly("en", "de");
        assertThat(realm.path("browserSecurityHeaders")
                        .path("contentSecurityPolicy")
                        .asText())
                .contains("default-src 'none'", "form-action 'self' http://127.0.0.1:1;")
                .doesNotContain("unsafe");
    }

    @Test
    void theServiceAccountMayReadPeopleAndSayWhoBelongsToOrganisationsAndNothingMore() {
        JsonNode account = realm().path("users").path(0);

        assertThat(account.path("serviceAccountClientId").asText()).isEqualTo("hub");
        assertThat(account.path("clientRoles").path("realm-management"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("view-organizations", "manage-organizations", "view-users");
    }

    @Test
    void guestBelongsToBothOrganisationsAndTheOthersToOne() {
        JsonNode organizations = realm().path("organizations");

        assertThat(organizations.path(0).path("members").findValuesAsText("username"))
                .containsExactly("owner", "guard", "guest");
        assertThat(organizations.path(1).path("members").findValuesAsText("username"))
                .containsExactly("guest");
        assertThat(organizations
                        .path(0)
                        .path("attributes")
                        .path("tenant")
                        .path(0)
                        .asText())
                .isEqualTo("acme-tenant!");
    }

    private static JsonNode realm() {
        Map<String, String> holes = new TreeMap<>();
        List<String> names = List.of(
                "client-secret",
                "owner-id",
                "owner-password",
                "guard-id",
                "guard-password",
                "guest-id",
                "guest-password",
                "operator-id",
                "operator-password",
                "acme-tenant",
                "globex-tenant");
        for (String hole : names) {
            holes.put(hole, hole + "!");
        }
        holes.put("hub-origin", "http://127.0.0.1:1");
        return RealmTemplate.ofTheStack().fill(holes);
    }
}
