package io.vedette.hub.livestream.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.live.LiveFrame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody who does not keep up costs: themselves pictures, nobody else anything. */
class SlowViewerTest {
    /** 4 Mbit/s in 25 fragments a second, a key frame every second. */
    private static final int SIZE = 20_000;

    private static final Duration FRAGMENT = Duration.ofMillis(40);
    private static final int MINUTE = 60 * 25;
    private static final long MOST = 4 * 1024 * 1024;

    private final Stage stage = new Stage();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Reads on a thread of its own and acknowledges each message from there, as a healthy browser does. */
    private final class Reader implements FragmentSink {
        final List<Long> seqs = new CopyOnWriteArrayList<>();
        final List<String> texts = new CopyOnWriteArrayList<>();
        final Semaphore got = new Semaphore(0);
        volatile LiveViewer viewer;

        @Override
        public void send(ByteBuffer message, Done done) {
            threads.execute(() -> {
                LiveFrame frame = LiveFrame.decode(message);
                done.done(true);
                viewer.acked(frame.seq());
                if (frame.kind() == LiveFrame.Kind.FRAGMENT) {
                    seqs.add(frame.seq());
                    got.release();
                }
            });
        }

        @Override
        public void sendText(String text, Done done) {
            texts.add(text);
            threads.execute(() -> done.done(true));
        }

        @Override
        public void close(int code, String reason) {
            texts.add("closed " + code);
        }
    }

    @Test
    void twoWhoReadLoseNothingToAThirdWhoNeverAnswers() throws InterruptedException {
        Screen deaf = new Screen();
        playAMinuteBeside(deaf);

        assertThat(deaf.closed).startsWith("4408");
    }

    @Test
    void twoWhoReadLoseNothingToAThirdWhoseSocketTakesNothing() throws InterruptedException {
        Screen blocked = new Screen();
        blocked.blocked = true;
        playAMinuteBeside(blocked);

        assertThat(blocked.closed).startsWith("4408");
    }

    private void playAMinuteBeside(Screen bad) throws InterruptedException {
        Reader one = new Reader();
        Reader two = new Reader();
        one.viewer = stage.watch(one);
        two.viewer = stage.watch(two);
        LiveViewer stalled = stage.watch(bad);
        Publication publication = stage.published(1);
        long most = 0;
        for (int seq = 1; seq <= MINUTE; seq++) {
            stage.pass(FRAGMENT);
            publication.frame(Stage.fragment(seq % 25 == 1, seq, SIZE));
            most = Math.max(most, stalled.underWay());
            assertThat(one.got.tryAcquire(10, TimeUnit.SECONDS))
                    .as("fragment %s", seq)
                    .isTrue();
            assertThat(two.got.tryAcquire(10, TimeUnit.SECONDS))
                    .as("fragment %s", seq)
                    .isTrue();
        }

        List<Long> all = LongStream.rangeClosed(1, MINUTE).boxed().toList();
        assertThat(one.seqs).isEqualTo(all);
        assertThat(two.seqs).isEqualTo(all);
        assertThat(one.viewer.skipped() + two.viewer.skipped()).isZero();
        assertThat(one.texts).noneMatch(text -> text.contains("skip") || text.contains("closed"));
        assertThat(most).isPositive().isLessThanOrEqualTo(MOST);
        assertThat(bad.seqs.size()).isLessThan(60);
    }

    @Test
    void whoAnswersLateIsSkippedToAKeyFrameAndToldHowMuchIsMissing() {
        Screen late = new Screen();
        LiveViewer viewer = stage.watch(late);
        Publication publication = stage.published(1);

        play(publication, 1, 125); // five seconds without a word
        long owed = viewer.underWay();
        long skipped = viewer.skipped();
        viewer.acked(late.seqs.getLast());

        assertThat(owed).isLessThanOrEqualTo(SentWindow.MOST_BYTES);
        assertThat(skipped).isPositive();
        int resumed = late.seqs.indexOf(101L);
        assertThat(resumed).as("goes on at the newest key frame").isPositive();
        long before = late.seqs.get(resumed - 1);
        assertThat(late.texts).contains("{\"skip\":" + (101 - before - 1) + "}");
        assertThat(viewer.skipped()).isEqualTo(101 - before - 1);
        assertThat(late.seqs.getLast()).isEqualTo(125);
    }

    @Test
    void whoAnswersLateForAMinuteIsNeverClosedAndNeverHoldsMuch() {
        Screen late = new Screen();
        LiveViewer viewer = stage.watch(late);
        Publication publication = stage.published(1);

        for (int turn = 0; turn < 12; turn++) {
            play(publication, 1 + turn * 125L, 125);
            assertThat(viewer.underWay()).isLessThanOrEqualTo(SentWindow.MOST_BYTES);
            viewer.acked(late.seqs.getLast());
        }

        assertThat(late.closed).isEmpty();
        assertThat(viewer.skipped()).isGreaterThan(400);
    }

    @Test
    void onlyTheNewestKeyFrameIsWorthGoingOnWith_aShortDelayLosesNothing() {
        Screen late = new Screen();
        LiveViewer viewer = stage.watch(late);
        Publication publication = stage.published(1);

        for (int turn = 0; turn < 20; turn++) {
            play(publication, 1 + turn * 37L, 37); // a second and a half: within the window
            viewer.acked(late.seqs.getLast());
        }

        assertThat(viewer.skipped()).isZero();
        assertThat(late.seqs).hasSize(1 + 20 * 37);
    }

    @Test
    void aMessageAsLargeAsAllowedGoesAlone() {
        Screen screen = new Screen();
        LiveViewer viewer = stage.watch(screen);
        Publication publication = stage.published(1);
        viewer.acked(0);

        publication.frame(Stage.fragment(true, 1, LiveFrame.MAX_MESSAGE));
        publication.frame(Stage.fragment(true, 2, LiveFrame.MAX_MESSAGE));
        assertThat(screen.seqs).containsExactly(0L, 1L);
        assertThat(viewer.underWay()).isEqualTo(MOST);
        viewer.acked(1);

        assertThat(screen.seqs).containsExactly(0L, 1L, 2L);
    }

    @Test
    void overTheNodesCapWhoeverOwesLongestGoesFirst() {
        stage.relay(new Relay.Limits(10, 2_500_000));
        Screen old = new Screen();
        Screen fresh = new Screen();
        stage.watch(old);
        LiveViewer answering = stage.watch(fresh);
        Publication publication = stage.published(1);
        play(publication, 1, 25);
        answering.acked(25);
        assertThat(old.closed).isEmpty();

        play(publication, 26, 24); // one megabyte in the ring, one owed by the first, half a one by the second
        assertThat(old.closed).isEmpty();
        play(publication, 50, 40);

        assertThat(old.closed).startsWith("4429");
        assertThat(fresh.closed).isEmpty();
    }

    private void play(Publication publication, long from, int count) {
        for (long seq = from; seq < from + count; seq++) {
            stage.pass(FRAGMENT);
            publication.frame(Stage.fragment(seq % 25 == 1, seq, SIZE));
        }
    }
}
