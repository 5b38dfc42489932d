package io.vedette.vault.contract;

import static io.vedette.vault.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import io.vedette.vault.event.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** For places that keep an order. */
public interface EventOrderContract {
    EventPublisher open(Patience patience);

    List<Arrived> arrived(List<OutgoingEvent> events);

    @Test
    default void eachKeyKeepsItsOrderWhileOthersPublish() throws Exception {
        List<OutgoingEvent> all = new ArrayList<>();
        List<Future<?>> cameras = new ArrayList<>();
        try (EventPublisher testee = open(Patience.USUAL);
                var threads = Executors.newFixedThreadPool(4)) {
            for (int camera = 0; camera < 4; camera++) {
                List<OutgoingEvent> own = events("camera-" + camera);
                all.addAll(own);
                cameras.add(threads.submit(() -> own.forEach(testee::publish)));
            }
            for (Future<?> camera : cameras) {
                camera.get();
            }
        }

        List<Arrived> arrived = arrived(all);
        for (int camera = 0; camera < 4; camera++) {
            String key = "camera-" + camera;
            assertThat(arrived.stream().filter(one -> one.key().equals(key)).map(Arrived::id))
                    .containsExactlyElementsOf(events(all, key));
        }
    }

    private static List<OutgoingEvent> events(String key) {
        List<OutgoingEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(event(key, i, "{\"n\":" + i + "}"));
        }
        return events;
    }

    private static List<String> events(List<OutgoingEvent> all, String key) {
        return all.stream()
                .filter(one -> one.key().equals(key))
                .map(OutgoingEvent::id)
                .toList();
    }
}
