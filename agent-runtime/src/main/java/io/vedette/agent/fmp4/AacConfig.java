package io.vedette.agent.fmp4;

import java.util.Optional;

/**
 * An AudioSpecificConfig (ISO/IEC 14496-3, section 1.6.2.1) as the camera describes its AAC sound.
 *
 * @param raw the whole of it, for the decoder
 */
public record AacConfig(byte[] raw, int sampleRate, int channels) implements AudioConfig {
    /** Samples in one AAC frame. */
    public static final int FRAME = 1024;

    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };

    /** Empty for anything but plain AAC-LC with a listed rate: such sound is left out rather than guessed. */
    public static Optional<AacConfig> of(byte[] raw) {
        if (raw.length < 2 || raw.length > 64) {
            return Optional.empty();
        }
        int objectType = (raw[0] & 0xff) >> 3;
        int rate = (raw[0] & 0x7) << 1 | (raw[1] & 0x80) >> 7;
        int channels = (raw[1] & 0x78) >> 3;
        if (objectType != 2 || rate >= RATES.length || channels < 1 || channels > 2) {
            return Optional.empty();
        }
        return Optional.of(new AacConfig(raw.clone(), RATES[rate], channels));
    }

    @Override
    public int frameTicks() {
        return FRAME;
    }

    @Override
    public String codec() {
        return "mp4a.40.2";
    }

    @Override
    public String sampleEntry() {
        return "mp4a";
    }

    /** ISO/IEC 14496-14, section 5.6: ES, decoder and sync layer descriptors; every length fits one byte. */
    @Override
    public void writeConfiguration(BoxWriter out) {
        int specific = raw.length;
        out.begin("esds", 0, 0).u8(3).u8(23 + specific).u16(InitSegment.AUDIO).u8(0);
        out.u8(4).u8(15 + specific).u8(0x40).u8(0x15).zeros(3).u32(0).u32(0);
        out.u8(5).u8(specific).bytes(raw).u8(6).u8(1).u8(2).end();
    }
}
