package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvitedPageTest {
    private final List<HolderLine> all = IntStream.rangeClosed(1, 2 * InvitedPage.MOST + 3)
            .mapToObj(InvitedPageTest::line)
            .toList();

    @Test
    void thePagesTogetherAreAllInvitationsOnce() {
        List<HolderLine> seen = new ArrayList<>();
        int pages = 0;
        for (int page = 1; page > 0; pages++) {
            InvitedPage shown = InvitedPage.of(all, page, Optional.empty());
            assertThat(shown.from()).isEqualTo(seen.size() + 1);
            seen.addAll(shown.lines());
            assertThat(shown.to()).isEqualTo(seen.size());
            page = shown.earlier();
        }

        assertThat(seen).isEqualTo(all);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void theChosenOneIsOnThePageThatIsShownUnlessAnotherIsAskedFor() {
        Optional<HolderLine> last = Optional.of(all.getLast());

        assertThat(InvitedPage.of(all, 0, last).lines()).contains(all.getLast());
        assertThat(InvitedPage.of(all, 0, last).later()).isEqualTo(2);
        assertThat(InvitedPage.of(all, 1, last).lines()).doesNotContain(all.getLast());
        assertThat(InvitedPage.of(all, 0, Optional.of(line(1000))).lines()).contains(all.getFirst());
    }

    @Test
    void fewInvitationsAreOnePageAndAPageBehindTheLastIsTheLast() {
        List<HolderLine> few = all.subList(0, InvitedPage.MOST);

        assertThat(InvitedPage.of(few, 7, Optional.empty()))
                .isEqualTo(new InvitedPage(few, 1, InvitedPage.MOST, InvitedPage.MOST, 0, 0));
        assertThat(InvitedPage.of(List.of(), 0, Optional.empty()).lines()).isEmpty();
    }

    private static HolderLine line(int number) {
        return new HolderLine(
                "invitation",
                "id" + number,
                "new" + number + "@example.org",
                "N",
                "",
                "VIEWER",
                "Viewer",
                false,
                "",
                0,
                0);
    }
}
