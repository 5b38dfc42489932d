package io.vedette.stack;

import io.vedette.stack.words.Progress;
import io.vedette.stack.words.StackFailed;

/** {@code ./mvnw -Pdemo}: the whole system in the foreground, until Ctrl-C. Runs inside Maven's own process. */
public final class Launcher {
    private final Progress progress;
    private volatile boolean ending;

    private Launcher(Progress progress) {
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        new Launcher(Progress.on(System.out)).run();
    }

    private void run() {
        try {
            Stack stack = Stack.in(options());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack), "stack-end"));
            ParentWatch.endWithParent();
            progress.say("Vedette starts. Ctrl-C ends it. State and logs: " + stack.folder());
            stack.startAll();
            progress.say(Summary.of(stack));
            String words = stack.firstDeath().join();
            if (!ending) {
                fail(words);
            }
        } catch (StackFailed e) {
            if (!ending) {
                fail(String.valueOf(e.getMessage()));
            }
        }
    }

    private StackOptions options() {
        StackOptions usual = StackOptions.inCheckout(Parts.fromSystemProperties(), progress);
        return DemoSetting.apply(usual, System.getProperties(), System.getenv());
    }

    private void end(Stack stack) {
        ending = true;
        progress.say("\nVedette stops.");
        stack.close();
        progress.say("Vedette has stopped; nothing is left running.");
    }

    /** Ends the process: an exception would make Maven print its own stack trace over our sentence. */
    private void fail(String sentence) {
        progress.say("\n" + sentence);
        System.exit(1);
    }
}
