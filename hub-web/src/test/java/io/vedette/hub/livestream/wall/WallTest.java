package io.vedette.hub.livestream.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WallTest {
    @Test
    void withoutAWishTheSmallestLayoutThatShowsAllIsTaken() {
        assertThat(Wall.of("", "1", 1).layout()).isEqualTo(1);
        assertThat(Wall.of("", "1", 3).layout()).isEqualTo(4);
        assertThat(Wall.of("", "1", 40).layout()).isEqualTo(9);
    }

    @Test
    void thePicturesFillTheWallAlsoWhenTheyAreFewerThanTheLayoutHasRoomFor() {
        assertThat(Wall.of("4", "1", 2).columns()).isEqualTo("pair");
        assertThat(Wall.of("9", "1", 3).columns()).isEqualTo("two");
        assertThat(Wall.of("9", "1", 9).columns()).isEqualTo("three");
        assertThat(Wall.of("4", "2", 5).columns()).as("the last one alone").isEqualTo("one");
    }

    @Test
    void theRestIsOnTheFollowingPages() {
        Wall second = Wall.of("4", "2", 7);

        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.skipped()).isEqualTo(4);
    }

    @Test
    void whateverTheAddressAsksForThereIsAWall() {
        assertThat(Wall.of("5", "-3", 7)).isEqualTo(Wall.of("9", "1", 7));
        assertThat(Wall.of("4", "99999999999", 7).page()).isEqualTo(1);
        assertThat(Wall.of("4", "99", 7).page()).isEqualTo(2);
        assertThat(Wall.of("4", "1", 0).pages()).isEqualTo(1);
    }
}
