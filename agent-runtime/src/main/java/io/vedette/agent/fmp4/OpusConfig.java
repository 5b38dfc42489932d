package io.vedette.agent.fmp4;

/**
 * Sound in Opus. It describes itself in each packet, so there is little to say (RFC 7587, section 4.1: the clock is 48 kHz
 * whatever is in it).
 */
public record OpusConfig(int channels) implements AudioConfig {
    private static final int RATE = 48_000;

    public OpusConfig {
        if (channels < 1 || channels > 2) {
            throw new IllegalArgumentException("Opus without a mapping has one channel or two");
        }
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    /** 20 ms, which nearly every sender uses. */
    @Override
    public int frameTicks() {
        return RATE / 50;
    }

    @Override
    public String codec() {
        return "opus";
    }

    @Override
    public String sampleEntry() {
        return "Opus";
    }

    /** Encapsulation of Opus in ISO base media, section 4.3.2; nothing is skipped, since a recording begins anywhere. */
    @Override
    public void writeConfiguration(BoxWriter out) {
        out.begin("dOps").u8(0).u8(channels).u16(0).u32(RATE).u16(0).u8(0).end();
    }
}
