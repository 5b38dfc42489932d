package io.vedette.hub.vaults;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Name;
import java.net.URI;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the form of a place; each kind has fields of its own. Everything wrong is noted at its field. */
final class ProviderForm {
    private ProviderForm() {}

    record Wish(Name name, ProviderSettings settings) {}

    static FormInput blank(StorageKind kind) {
        FormInput form = FormInput.empty().preset("kind", kind.name());
        return kind == StorageKind.S3 ? BucketFields.blank(form) : form;
    }

    static FormInput of(StorageProvider provider) {
        FormInput form = FormInput.empty()
                .preset("kind", provider.kind().name())
                .preset("name", provider.name())
                .preset("endpoint", provider.endpoint().map(URI::toString).orElse(""))
                .preset("bucket", provider.container())
                .preset("prefix", provider.prefix())
                .preset("accessKey", provider.account());
        return provider.kind() == StorageKind.S3 ? BucketFields.of(form, provider) : form;
    }

    /** What is not named is S3. */
    static StorageKind kind(String named) {
        return StorageKind.AZURE.name().equals(named) ? StorageKind.AZURE : StorageKind.S3;
    }

    /** @param before the secret that stays when none is typed; empty when there is none yet */
    static Optional<Wish> read(FormInput form, StorageKind kind, Optional<Supplier<Secret>> before) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Optional<? extends ProviderSettings> settings = switch (kind) {
            case S3 -> BucketFields.read(form, before);
            case AZURE -> ContainerFields.read(form, before);
        };
        return form.anyWrong() ? Optional.empty() : Optional.of(new Wish(name.orElseThrow(), settings.orElseThrow()));
    }

    /** Empty, with the error noted, when none is typed and none is kept that opens. */
    static Optional<Secret> secret(FormInput form, Optional<Supplier<Secret>> before, String error) {
        String typed = form.text("secretKey").strip();
        if (!typed.isEmpty()) {
            return Optional.of(new Secret(typed));
        }
        try {
            return Optional.of(before.orElseThrow().get());
        } catch (NoSuchElementException | SealBroken e) { // there is none yet, or it does not open any more
            form.wrong("secretKey", error);
            return Optional.empty();
        }
    }

    static Optional<URI> endpoint(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(URI.create(typed));
    }

    /** People write a folder with or without slashes around it. */
    static String prefix(String typed) {
        String bare = typed.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : bare + "/";
    }
}
