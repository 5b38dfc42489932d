package io.vedette.agent.motion;

import io.vedette.agent.motion.opencv.OpenCvBlockScores;
import io.vedette.lab.judge.Watcher;
import java.nio.ByteBuffer;

/** The agent's detector as somebody whom the judge shows pictures to. */
final class ShownTo implements Watcher, AutoCloseable {
    private final MotionDetector detector;

    ShownTo(MotionAreas areas) {
        detector = detector(areas);
    }

    static MotionDetector detector(MotionAreas areas) {
        return new MotionDetector(() -> new OpenCvBlockScores(areas.masks()), 2, areas);
    }

    @Override
    public boolean sees(ByteBuffer luma, int width, int height, long takenNanos) {
        return sees(luma, width, height, width, takenNanos);
    }

    boolean sees(ByteBuffer luma, int width, int height, int stride, long takenNanos) {
        return detector.look(new LumaPicture(luma, width, height, stride, takenNanos))
                .map(MotionDetector.Look::motion)
                .orElse(false);
    }

    @Override
    public void close() {
        detector.close();
    }
}
