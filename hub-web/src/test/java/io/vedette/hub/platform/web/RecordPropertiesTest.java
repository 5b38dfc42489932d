package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import ognl.Ognl;
import ognl.OgnlException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordPropertiesTest {
    /** As a view: a component, something worked out from it, and what a template must not reach. */
    public record Shown(String name, Inner inner) {
        public record Inner(int count) {}

        public boolean isLong() {
            return name.length() > 3;
        }

        public String initial() {
            return name.substring(0, 1);
        }

        public String broken() {
            throw new IllegalStateException("on purpose");
        }

        public static String outside() {
            return "static";
        }
    }

    private final Shown shown = new Shown("Gate", new Shown.Inner(3));

    @BeforeAll
    static void registered() {
        RecordProperties.register();
    }

    @Test
    void aTemplateReadsComponentsAndWhatIsWorkedOutFromThem() throws OgnlException {
        assertThat(read("name")).isEqualTo("Gate");
        assertThat(read("inner.count")).isEqualTo(3);
        assertThat(read("initial")).isEqualTo("G");
    }

    @Test
    void aQuestionIsReadByItsNameAsInAnyBean() throws OgnlException {
        assertThat(read("long")).isEqualTo(true);
    }

    @Test
    void whatARecordDoesNotHaveIsAFaultAndNotNothing() {
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(OgnlException.class);
    }

    @Test
    void whatGoesWrongInARecordIsTheReason() {
        assertThatThrownBy(() -> read("broken"))
                .isInstanceOf(OgnlException.class)
                .hasRootCauseMessage("on purpose");
    }

    private Object read(String expression) throws OgnlException {
        return Ognl.getValue(expression, new HashMap<>(), shown);
    }
}
