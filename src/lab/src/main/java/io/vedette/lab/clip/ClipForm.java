package io.vedette.lab.clip;

import java.util.Locale;

/** In which form a clip's pictures and sound are encoded. */
public record ClipForm(Pictures pictures, Sound sound, Raster raster) {
    /** What every camera can do. */
    public static final ClipForm USUAL = new ClipForm(Pictures.H264, Sound.AAC);

    public ClipForm(Pictures pictures, Sound sound) {
        this(pictures, sound, Raster.SMALL);
    }

    /** Of the main stream; the sub stream is 640x360 at the same pace. */
    public enum Raster {
        SMALL(1280, 720, 10),
        /** What a camera of today sends, and what the product's figures are promised for. */
        FULL(1920, 1080, 15);

        private final int width;
        private final int height;
        private final int picturesPerSecond;

        Raster(int width, int height, int picturesPerSecond) {
            this.width = width;
            this.height = height;
            this.picturesPerSecond = picturesPerSecond;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        int picturesPerSecond() {
            return picturesPerSecond;
        }
    }

    /** Of the video tracks. */
    public enum Pictures {
        H264,
        /** Made by an encoder that is not part of the product: see {@link ForeignEncoder}. */
        H265
    }

    /** Of the sound track: its clock, and how many ticks of it one unit lasts. */
    public enum Sound {
        /** 16 kHz, 64 ms a unit. */
        AAC(16_000, 1024),
        /** G.711 with the law of America, 20 ms a packet (RFC 3551, section 4.5.14). */
        PCMU(8_000, 160),
        /** G.711 with the law of the rest of the world. */
        PCMA(8_000, 160),
        /** 16 bits, the high byte first, 16 kHz, 20 ms a packet (RFC 3551, section 4.5.11). */
        L16(16_000, 320),
        /** 48 kHz, 20 ms a packet (RFC 7587, section 4). */
        OPUS(48_000, 960);

        private final int clockRate;
        private final int unitTicks;

        Sound(int clockRate, int unitTicks) {
            this.clockRate = clockRate;
            this.unitTicks = unitTicks;
        }

        int clockRate() {
            return clockRate;
        }

        int unitTicks() {
            return unitTicks;
        }
    }

    /** For the name of a folder; empty for the usual form. */
    String suffix() {
        return equals(USUAL)
                ? ""
                : "-" + pictures.name().toLowerCase(Locale.ROOT) + "-"
                        + sound.name().toLowerCase(Locale.ROOT)
                        + (raster == Raster.SMALL ? "" : "-" + raster.height);
    }
}
