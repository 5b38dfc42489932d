package io.vedette.hub.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03"})
    void aLostConnectionOrARestartIsSeenThroughWhateverWrapsIt(String state) {
        var fault = new JDBCConnectionException("no", new SQLException("no", state));

        assertThat(DatabaseAway.isCauseOf(new IllegalStateException(fault))).isTrue();
    }

    @Test
    void aPoolThatGotNoConnectionInTimeIsTheDatabaseAway() {
        assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014", "40001"})
    void aDatabaseThatAnswersAndRefusesIsThere(String state) {
        assertThat(DatabaseAway.isCauseOf(new GenericJDBCException("no", new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void aFaultWithoutADatabaseAndOneThatCausesItselfInACircleEnd() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(DatabaseAway.isCauseOf(one)).isFalse();
        assertThat(DatabaseAway.isCauseOf(new SQLException("without a state"))).isFalse();
    }
}
