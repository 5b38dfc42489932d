package io.vedette.hub.integrations;

import io.vedette.hub.integrations.IntegrationPages.Choice;
import io.vedette.hub.platform.web.FormInput;
import java.util.List;

/** The forms of integrations, for drawing their pages. */
public final class SampleChoices {
    private SampleChoices() {}

    public static FormInput blank() {
        return IntegrationForm.blank();
    }

    public static List<Choice> all() {
        return Choice.all();
    }

    public static Choice of(String kind) {
        return all().stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
    }
}
