package io.vedette.e2e.signin;

import io.vedette.e2e.time.Patiently;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/** Somebody who asks the same again and again, beside the test, and notes how it was answered. */
final class Asking implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IntSupplier question;
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("asking").unstarted(this::ask);
    private volatile boolean over;

    private Asking(IntSupplier question) {
        this.question = question;
    }

    /** @param question answers the status of an answer */
    static Asking again(IntSupplier question) {
        Asking somebody = new Asking(question);
        somebody.thread.start();
        return somebody;
    }

    private void ask() {
        while (!over) {
            long begun = System.nanoTime();
            answers.add(status());
            waits.add(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private int status() {
        try {
            return question.getAsInt();
        } catch (RuntimeException noAnswer) {
            return 0;
        }
    }

    /** Returns when so many more were answered. */
    void goesOn(int more) {
        int until = answers.size() + more;
        Patiently.until(more + " more answers", PATIENCE, () -> answers.size() >= until);
    }

    /** The answers that were not 200; 0 stands for none. */
    List<Integer> failures() {
        return answers.stream().filter(status -> status != 200).toList();
    }

    int count() {
        return answers.size();
    }

    /** The wait that 95 of 100 do not pass. */
    Duration p95() {
        List<Duration> sorted = waits.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * 95 / 100);
    }

    /** Returns when the last answer has come. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
