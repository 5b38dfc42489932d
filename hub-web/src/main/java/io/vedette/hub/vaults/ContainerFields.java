package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.vault.azure.AzureSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields of a container. */
final class ContainerFields {
    /** Stands for what is not looked at while one field is. */
    private static final AzureSettings BLAND =
            new AzureSettings(Optional.empty(), "account", new Secret("c2VjcmV0"), "container", "");

    private ContainerFields() {}

    static Optional<ProviderSettings.Container> read(FormInput form, Optional<Supplier<Secret>> before) {
        Optional<String> account = form.read("accessKey", ContainerFields::account, "form.storage.AZURE.access");
        // with a port, the path names the account: of a wrong account the address cannot be judged
        Optional<Optional<URI>> endpoint = form.read(
                "endpoint",
                typed -> settings(
                                ProviderForm.endpoint(typed),
                                account.orElse(BLAND.account()),
                                BLAND.key(),
                                BLAND.container(),
                                "")
                        .endpoint(),
                "form.storage.AZURE.endpoint");
        Optional<String> container = form.read("bucket", ContainerFields::container, "form.storage.AZURE.bucket");
        Optional<String> prefix = form.read("prefix", ContainerFields::prefix, "form.storage.prefix");
        Optional<Secret> key = ProviderForm.secret(form, before, "form.storage.AZURE.secret")
                .filter(secret -> right(secret) || form.refuse("secretKey", "form.storage.AZURE.secret"));
        if (form.anyWrong()) {
            return Optional.empty();
        }
        return Optional.of(new ProviderSettings.Container(settings(
                endpoint.orElseThrow(),
                account.orElseThrow(),
                key.orElseThrow(),
                container.orElseThrow(),
                prefix.orElseThrow())));
    }

    private static String account(String typed) {
        return settings(Optional.empty(), typed, BLAND.key(), BLAND.container(), "")
                .account();
    }

    private static String container(String typed) {
        return settings(Optional.empty(), BLAND.account(), BLAND.key(), typed, "")
                .container();
    }

    private static String prefix(String typed) {
        return settings(Optional.empty(), BLAND.account(), BLAND.key(), BLAND.container(), ProviderForm.prefix(typed))
                .prefix();
    }

    private static boolean right(Secret key) {
        try {
            var unused = settings(Optional.empty(), BLAND.account(), key, BLAND.container(), "");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static AzureSettings settings(
            Optional<URI> endpoint, String account, Secret key, String container, String prefix) {
        return new AzureSettings(endpoint, account, key, container, prefix);
    }
}
