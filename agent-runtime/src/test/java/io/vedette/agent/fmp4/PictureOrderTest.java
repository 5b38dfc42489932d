package io.vedette.agent.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What parameter sets and slices say of the order of pictures. The sets are those of the encoders x264 and x265. */
class PictureOrderTest {
    private static ByteBuffer annexB(String... units) {
        StringBuilder all = new StringBuilder();
        for (String unit : units) {
            all.append("00000001").append(unit);
        }
        return ByteBuffer.wrap(HexFormat.of().parseHex(all));
    }

    @ParameterizedTest
    @CsvSource({
        // Baseline, which knows no B frames
        "6742c016d900a02ff97011000003000100000300140f162e48, 68cb83cb20, 0",
        // two B frames between others, behind a description of its buffers
        "67640016acd100a02ff9701100000300010000030014648000f424001e84a4720078b16890, 68ebe3cb22c0, 1",
        // three, of which others are made
        "67640016acd940a02ff97011000003000100000300140f162d96, 68ebe3cb22c0, 2"
    })
    void h264SaysHowManyPicturesComeAheadOfTheirTime(String sps, String pps, int reordered) {
        assertThat(VideoCodec.H264.configIn(annexB(sps, pps)).orElseThrow().reordered())
                .hasValue(reordered);
    }

    @ParameterizedTest
    @CsvSource({
        "40010c01ffff01600000030090000003000003003f928090,"
                + " 42010101600000030090000003000003003fa0050201696592a4932bc05a020000030002000003001410, 0",
        "40010c01ffff01600000030090000003000003003f959409,"
                + " 42010101600000030090000003000003003fa0050201696595964932bc05a02000000300200000030141, 2"
    })
    void h265SaysItToo(String vps, String sps, int reordered) {
        assertThat(VideoCodec.H265
                        .configIn(annexB(vps, sps, "4401c172b46240"))
                        .orElseThrow()
                        .reordered())
                .hasValue(reordered);
    }

    @Test
    void aDescriptionThatIsCutShortSaysNothingOfItAndIsTakenAllTheSame() {
        String sps = "67640016acd940a02ff970"; // up to the flag that says that more follows, and a few bits
        VideoConfig config =
                VideoCodec.H264.configIn(annexB(sps, "68ebe3cb22c0")).orElseThrow();

        assertThat(config.width()).isEqualTo(640);
        assertThat(config.reordered()).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "H264, 6588, false",
        "H264, 4188, false",
        "H264, 6508, true",
        "H264, 4108, true",
        "H265, 260180, false",
        "H265, 020180, false",
        "H265, 260100, true",
        "H265, 020100, true",
        // neither is a slice
        "H264, 0605, false",
        "H265, 4e0105, false"
    })
    void aSliceSaysWhetherItsPictureBeginsWithIt(VideoCodec codec, String unit, boolean continues) {
        assertThat(codec.continuesPicture(annexB(unit))).isEqualTo(continues);
    }

    @Test
    void parameterSetsBeforeASliceDoNotMakeItTheFirst() {
        assertThat(VideoCodec.H264.continuesPicture(annexB("6742c016d9", "68cb83cb20", "6508ff")))
                .isTrue();
        assertThat(VideoCodec.H264.continuesPicture(annexB("6742c016d9", "68cb83cb20", "6588ff", "6508ff")))
                .isFalse();
    }

    @Test
    void whatEndsTooEarlyIsNoSlice() {
        assertThat(VideoCodec.H264.continuesPicture(annexB("65"))).isFalse();
        assertThat(VideoCodec.H265.continuesPicture(annexB("2601"))).isFalse();
        assertThat(VideoCodec.H264.continuesPicture(ByteBuffer.allocate(0))).isFalse();
    }
}
