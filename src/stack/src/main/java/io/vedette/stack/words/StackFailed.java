package io.vedette.stack.words;

/** The stack cannot go on; the message is a sentence for people that says what to do. */
public final class StackFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackFailed(String sentence) {
        super(sentence);
    }

    public StackFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
