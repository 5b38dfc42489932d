package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published and is read again, perhaps years later. */
class HeadFileTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private final TenantId busy = TenantId.fresh();
    private final TenantId young = TenantId.fresh();
    private final TenantId untouched = TenantId.fresh();

    @Test
    void eachHourIsAddedToThoseBefore() throws IOException {
        HeadFile file = file();

        file.append(List.of(line(busy, head(1)), line(young, head(1))));
        file.append(List.of(line(busy, head(7)), line(young, head(2))));

        assertThat(file.of(busy)).containsExactly(head(1), head(7));
        assertThat(file.of(young)).containsExactly(head(1), head(2));
        assertThat(file.of(untouched)).isEmpty();
    }

    @Test
    void aTenantWhoseLogWasEmptyThenIsNotMissedWhenItIsGoneAndOneWithASingleRowIs() throws IOException {
        HeadFile file = file();

        file.append(List.of(line(busy, head(7)), line(young, head(1)), line(untouched, Link.BEGIN)));

        assertThat(file.tenants())
                .containsExactlyInAnyOrder(
                        busy.value().toString(), young.value().toString());
        assertThat(file.of(untouched)).as("nothing to measure a log by").isEmpty();
    }

    @Test
    void aLineOfAnotherTenantThatNamesThisOneIsNotItsHead() throws IOException {
        HeadFile file = file();

        file.append(List.of(new HeadLine(
                busy.value().toString(),
                young.value().toString(),
                7,
                head(7).hash().hex())));

        assertThat(file.of(busy)).isEmpty();
        assertThat(file.of(young)).containsExactly(head(7));
    }

    @Test
    void whatIsNoHeadIsPassedOver() throws IOException {
        HeadFile file = file();
        file.append(List.of(line(busy, head(1))));
        Files.writeString(
                folder.resolve("heads"),
                "\n{\"seq\":\n[]\n-- kept by the notary, " + busy.value() + " --\n",
                StandardOpenOption.APPEND);
        file.append(List.of(line(busy, head(2))));

        assertThat(file.of(busy)).containsExactly(head(1), head(2));
        assertThat(file.tenants()).containsExactly(busy.value().toString());
    }

    @Test
    void aFileThatIsNotThereYetHasNoHeadsAndOneThatCannotBeReadIsAFault() {
        assertThat(file().of(busy)).isEmpty();

        HeadFile unreadable = new HeadFile(folder);
        assertThatThrownBy(() -> unreadable.of(busy)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(unreadable::tenants).isInstanceOf(UncheckedIOException.class);
    }

    private HeadFile file() {
        return new HeadFile(folder.resolve("heads"));
    }

    private static HeadLine line(TenantId tenant, Link head) {
        return HeadLine.of(NOW, tenant, head);
    }

    private static Link head(int seq) {
        return new Link(seq, new Digest(Integer.toString(seq).repeat(64)));
    }
}
