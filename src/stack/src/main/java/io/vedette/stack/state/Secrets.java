package io.vedette.stack.state;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Every secret of the stack, made at its first start. There is no default for any of them. */
public final class Secrets {
    private final Kept kept;

    private Secrets(Kept kept) {
        this.kept = kept;
    }

    public static Secrets in(Path file) {
        return new Secrets(Kept.in(file, "Secrets of this stack, made at its first start. Nobody else needs them."));
    }

    public Secret databaseSuperuser() {
        return secret("database.superuser", Secret::fresh);
    }

    public Secret databaseOwner() {
        return secret("database.hub-owner", Secret::fresh);
    }

    public Secret databaseApp() {
        return secret("database.hub-app", Secret::fresh);
    }

    public Secret databaseKeycloak() {
        return secret("database.keycloak", Secret::fresh);
    }

    public Secret keycloakAdmin() {
        return secret("keycloak.admin", Secret::fresh);
    }

    public Secret hubClient() {
        return secret("keycloak.client-hub", Secret::fresh);
    }

    public Secret ticketKey() {
        return secret("hub.ticket-key", Secret::freshKey);
    }

    public Secret sealKey() {
        return secret("hub.seal-key", Secret::freshKey);
    }

    public Secret camera() {
        return secret("camera", Secret::fresh);
    }

    public Secret account(String name) {
        return secret("account." + name, Secret::freshPassword);
    }

    private Secret secret(String name, Supplier<Secret> fresh) {
        return new Secret(kept.getOrMake(name, () -> fresh.get().reveal()));
    }
}
