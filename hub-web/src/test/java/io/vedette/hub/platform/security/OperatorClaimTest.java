package io.vedette.hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who runs the hub is said by one role of the realm and by nothing else. */
class OperatorClaimTest {
    @Test
    void theRoleOfThatNameMakesAnOperator() throws ParseException {
        assertThat(read(List.of("default-roles-vedette", "operator")).operator())
                .isTrue();
    }

    @Test
    void nothingElseDoes() throws ParseException {
        assertThat(read(List.of()).operator()).isFalse();
        assertThat(read(List.of("operators", "OPERATOR", "admin")).operator()).isFalse();
        assertThat(read("operator").operator()).as("no list of roles").isFalse();
        assertThat(PersonClaims.read(
                                new JWTClaimsSet.Builder().subject("operator").build())
                        .operator())
                .isFalse();
    }

    private static Person read(Object roles) throws ParseException {
        return PersonClaims.read(new JWTClaimsSet.Builder()
                .subject("id")
                .claim("hub_roles", roles)
                .build());
    }
}
