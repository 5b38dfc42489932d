package io.vedette.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePrefixTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Höfe & Tore/nord/", ".hidden/"})
    void aNameIsThePrefixAndTheKey(String path) {
        NamePrefix prefix = new NamePrefix(path);
        BlobKey key = new BlobKey("tenant/x.mp4");

        assertThat(prefix.of(key)).isEqualTo(path + "tenant/x.mp4");
        assertThat(prefix.key(prefix.of(key))).hasValue(key);
        assertThat(prefix.of(new BlobPrefix("tenant/"))).isEqualTo(path + "tenant/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-slash", "/", "a//b/", "a/../b/", "./", "a\n/"})
    void whatWouldBeBentOnItsWayIsNoPrefix(String path) {
        assertThatThrownBy(() -> new NamePrefix(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatOthersKeepIsNoKey() {
        assertThat(new NamePrefix("ours/").key("theirs/x.mp4")).isEmpty();
        assertThat(new NamePrefix("ours/").key("ours/Holiday Photos.JPG")).isEmpty();
    }
}
