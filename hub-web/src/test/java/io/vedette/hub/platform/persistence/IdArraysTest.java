package io.vedette.hub.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a real database, which is who understands the text of an array. */
class IdArraysTest {
    private static final TenantId TENANT = TenantId.fresh();
    private static Database database;
    private static TenantWork work;

    @BeforeAll
    static void open() {
        database = new Database(TestDatabase.migrated(), List.of(Tenant.class));
        work = new TenantWork(database.sessions());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** The sixth time and later the driver asks by a statement that the server keeps, and may be answered in another form. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3_000})
    void idsComeBackAsTheyWereSentHoweverOftenTheyAreAskedFor(int many) {
        UUID[] sent = IntStream.range(0, many).mapToObj(n -> UUID.randomUUID()).toArray(UUID[]::new);

        work.as(TENANT, () -> {
            for (int time = 0; time < 12; time++) {
                assertThat(echo(sent)).containsExactly(sent);
            }
            return null;
        });
    }

    @Test
    void noArrayComesBackAsNothing() {
        Object none = work.as(
                TENANT, () -> query("select cast(null as uuid[]) as ids").getSingleResult());

        assertThat(none).isNull();
    }

    private static UUID[] echo(UUID[] ids) {
        return (UUID[]) query("select cast(:ids as uuid[]) as ids")
                .setParameter("ids", ids)
                .getSingleResult();
    }

    private static NativeQuery<?> query(String sql) {
        return work.entities(TENANT)
                .createNativeQuery(sql, Object.class)
                .unwrap(NativeQuery.class)
                .addScalar("ids", UUID[].class);
    }
}
