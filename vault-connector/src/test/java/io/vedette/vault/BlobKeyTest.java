package io.vedette.vault;

import static io.vedette.vault.contract.Bodies.ACME;
import static io.vedette.vault.contract.Bodies.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobKeyTest {
    private static final RecordingId CLIP = RecordingId.of("01940000-0000-7000-8000-00000000c11b");

    @Test
    void aRecordingLiesUnderTenantCameraAndItsDayInUtc() {
        Instant lateInTheYear = Instant.parse("2026-12-31T23:59:59Z");

        assertThat(BlobKey.recording(ACME, GATE, lateInTheYear, CLIP).path())
                .isEqualTo(ACME + "/" + GATE + "/2026/12/31/" + CLIP + ".mp4");
        assertThat(BlobKey.thumbnail(ACME, GATE, lateInTheYear, CLIP).path()).endsWith("/31/" + CLIP + ".jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                ".",
                "..",
                "a",
                "a/",
                "/a.bin",
                "a//b.bin",
                "../a.bin",
                "a/../b.bin",
                "a/./b.bin",
                "a/..bin",
                ".a.bin",
                "a.b/c.bin",
                "a/b.bin.meta",
                "A/b.bin",
                "a/b\u0000.bin",
                "a/b\n.bin",
                "a/b.bin\n",
                "a\\b.bin",
                "a/b c.bin",
                "a/\u00e9.bin",
                "a/b.",
                "-a/b.bin",
                "a/b.toolongext"
            })
    void whatWeWouldNotMakeIsNoKey(String path) {
        assertThatThrownBy(() -> new BlobKey(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyHasAnEnd() {
        assertThat(new BlobKey("a/".repeat(200) + "b.bin").path()).hasSize(405);
        assertThatThrownBy(() -> new BlobKey("a/".repeat(300) + "b.bin")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlobKey("a/".repeat(1_000_000) + "b.bin"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlobKey("a".repeat(129) + ".bin")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayOutsideFourDigitsIsNoDay() {
        assertThatThrownBy(() -> BlobKey.recording(ACME, GATE, Instant.MAX, CLIP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlobKey.recording(ACME, GATE, Instant.MIN, CLIP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrefixEndsWhereAFolderEnds() {
        assertThat(BlobPrefix.of(ACME, GATE).covers(BlobKey.recording(ACME, GATE, Instant.EPOCH, CLIP)))
                .isTrue();
        assertThatThrownBy(() -> new BlobPrefix("a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlobPrefix("../")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aContentTypeCannotCarryASecondHeader() {
        Sha256 hash = Sha256.of(new byte[0]);

        assertThat(new BlobSpec(0, hash, "video/mp4; codecs=\"avc1.64001f\"").contentType())
                .contains("avc1");
        assertThatThrownBy(() -> new BlobSpec(0, hash, "video/mp4\r\nSet-Cookie: a=b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sha256("AB".repeat(32))).isInstanceOf(IllegalArgumentException.class);
    }
}
