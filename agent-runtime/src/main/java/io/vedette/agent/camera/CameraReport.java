package io.vedette.agent.camera;

import io.vedette.agent.spool.Outbox;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the camera stands, and the events that tell the hub when that changes. A reason is told once, not at every try; the
 * first try's as well, so that somebody who has just paired learns of a wrong password. That it is back is told after a loss of an
 * earlier run too, or the hub would believe it lost for ever.
 */
final class CameraReport {
    private static final Logger LOG = LoggerFactory.getLogger(CameraReport.class);

    private final Outbox outbox;
    private final Clock clock;
    private final CameraObserver observer;
    private CameraState state = CameraState.CONNECTING;
    private boolean lost;
    private String told = "";

    CameraReport(Outbox outbox, Clock clock, CameraObserver observer) {
        this.outbox = outbox;
        this.clock = clock;
        this.observer = observer;
        this.lost = outbox.cameraIsLost();
    }

    synchronized CameraState state() {
        return state;
    }

    synchronized void streaming() {
        if (lost) {
            lost = false;
            told = "";
            outbox.append(new EventBody.CameraBack(), clock.instant());
        }
        change(CameraState.STREAMING);
    }

    synchronized void ended(StreamEnded.Why why) {
        if (why == StreamEnded.Why.STOPPED) {
            return;
        }
        if (!told.equals(why.words())) {
            lost = true;
            told = why.words();
            LOG.warn("{}: {}; capture goes on by itself once that is mended", told, why.remedy());
            outbox.append(new EventBody.CameraLost(told, why.fault()), clock.instant());
        }
        if (state == CameraState.STREAMING) {
            change(CameraState.LOST);
        }
    }

    private void change(CameraState next) {
        if (state != next) {
            state = next;
            observer.changed(next);
        }
    }
}
