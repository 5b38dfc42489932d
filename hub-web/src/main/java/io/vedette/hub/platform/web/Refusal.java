package io.vedette.hub.platform.web;

import java.util.List;

/** Carries a {@link Problem} from the place that found it to the one mapper that answers it. No fault: has no stack trace. */
public final class Refusal extends RuntimeException {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OURS = "io.vedette.hub.";

    private final Problem problem;
    private final transient List<Object> details;
    private final String by;

    public Refusal(Problem problem, Object... details) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.details = List.of(details);
        this.by = WALKER.walk(frames -> frames.filter(one -> one.getClassName().startsWith(OURS)
                        && !one.getClassName().equals(Refusal.class.getName()))
                .findFirst()
                .map(one -> one.getClassName().substring(OURS.length()) + "." + one.getMethodName())
                .orElse("?"));
    }

    /** For what does not exist and for what the asker may not know of: one and the same answer. */
    public static Refusal notFound() {
        return new Refusal(Problem.NOT_FOUND);
    }

    /** For what the asker sees but may not do; names the missing right. */
    public static Refusal missingRight(String right) {
        return new Refusal(Problem.MISSING_RIGHT, right);
    }

    /** For what would use more than the tenant may. */
    public static Refusal quota(QuotaFull which) {
        return new Refusal(Problem.QUOTA, which);
    }

    /** For a part of an address that cannot be read. */
    static Refusal of(Misread part) {
        return new Refusal(Problem.INVALID, part);
    }

    public Problem problem() {
        return problem;
    }

    /** Which part of the hub found it so: for the log, as the answer may not always say why. */
    public String by() {
        return by;
    }

    /** Values for the words, in order. */
    public List<Object> details() {
        return details;
    }
}
