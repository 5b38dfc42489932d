package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdSetTest {
    @Test
    void whatWasAddedIsInItAndNothingElse() {
        IdSet set = new IdSet();
        var in = IntStream.range(0, 20_000).mapToObj(i -> RecordingId.fresh()).toList();
        var out = IntStream.range(0, 20_000).mapToObj(i -> RecordingId.fresh()).toList();
        in.forEach(set::add);
        in.forEach(set::add);

        assertThat(set.size()).isEqualTo(20_000);
        assertThat(in).allMatch(set::contains);
        assertThat(out).noneMatch(set::contains);
    }

    @Test
    void idsThatFallIntoOnePlaceAreStillTold() {
        IdSet set = new IdSet();
        RecordingId one = new RecordingId(new UUID(5, 9));
        RecordingId same = new RecordingId(new UUID(9, 5));
        set.add(one);
        assertThat(set.contains(same)).isFalse();

        set.add(same);
        assertThat(set.contains(one)).isTrue();
        assertThat(set.contains(same)).isTrue();
        assertThat(set.contains(new RecordingId(new UUID(12, 0)))).isFalse();
    }
}
