package io.vedette.agent.motion.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void anEveningAtTheEdgeOfDarknessIsSmoothedInOneWay() {
        try (Smoothing smoothing = new Smoothing();
                Mat picture = new Mat(180, 320, CV_32FC1, Scalar.all(30));
                Mat into = new Mat()) {
            assertThat(smoothing.smooth(picture, 80, into)).as("by day").isFalse();
            assertThat(smoothing.smooth(picture, 31, into)).as("night comes").isTrue();
            assertThat(smoothing.smooth(picture, 33, into))
                    .as("a little lighter")
                    .isFalse();
            assertThat(smoothing.smooth(picture, 31, into))
                    .as("a little darker")
                    .isFalse();
            assertThat(smoothing.smooth(picture, 37, into)).as("day").isTrue();
        }
    }

    @Test
    void inTheDarkMoreOfTheNoiseIsTaken() {
        try (Smoothing smoothing = new Smoothing();
                Mat picture = new Mat(180, 320, CV_32FC1, Scalar.all(0));
                Mat byDay = new Mat();
                Mat byNight = new Mat()) {
            picture.ptr(90, 160).putFloat(100);
            smoothing.smooth(picture, 80, byDay);
            smoothing.smooth(picture, 10, byNight);

            assertThat(byNight.ptr(90, 160).getFloat())
                    .isLessThan(byDay.ptr(90, 160).getFloat() / 2);
            assertThat(byNight.ptr(96, 160).getFloat())
                    .as("taller than wide")
                    .isGreaterThan(byNight.ptr(90, 166).getFloat());
        }
    }
}
