package io.vedette.hub.platform.web;

import java.util.List;

/** Carries a {@link Problem} from the place that found it to the one mapper that answers it. No fault: has no stack trace. */
public final class Refusal extends RuntimeException {
    private static final int LONGEST_GIVEN = 60;

    private final Problem problem;
    private final transient List<Object> details;

    public Refusal(Problem problem, Object... details) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.details = List.of(details);
    }

    /** For what does not exist and for what the asker may not know of: one and the same answer. */
    public static Refusal notFound() {
        return new Refusal(Problem.NOT_FOUND);
    }

    /** For what the asker sees but may not do; names the missing right. */
    public static Refusal missingRight(String right) {
        return new Refusal(Problem.MISSING_RIGHT, right);
    }

    /**
     * For a part of an address that cannot be read.
     *
     * @param wanted what it must be, as a key of words: {@code problem.wanted.<wanted>}
     * @param known a value for those words
     */
    static Refusal misread(String part, String given, String wanted, String known) {
        String cut = given.length() > LONGEST_GIVEN ? given.substring(0, LONGEST_GIVEN) + "…" : given;
        return new Refusal(Problem.INVALID, part, cut, wanted, known);
    }

    public Problem problem() {
        return problem;
    }

    /** Values for the words, in order. */
    public List<Object> details() {
        return details;
    }
}
