package io.vedette.hub.operator;

import io.vedette.hub.operator.Operators.Figures;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.tenancy.Limit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the form of a quota: which, how much (nothing: no limit), and why. Bytes are typed in GB. */
final class QuotaForm {
    private static final long GB = 1_000_000_000;

    private QuotaForm() {}

    /** What is to become of a quota. */
    record Wish(Limit what, OptionalLong allowed, String reason) {}

    static FormInput of(Figures one) {
        FormInput form = FormInput.empty();
        one.uses()
                .forEach(use -> use.quota()
                        .ifPresent(quota -> form.preset(use.what().word(), amount(quota.allowed(), unit(use.what())))));
        return form;
    }

    static Optional<Wish> read(FormInput form) {
        Limit what = limit(form.text("what"));
        Optional<OptionalLong> allowed = form.read(what.word(), text -> amount(text, unit(what)), "form.quota.wrong");
        Optional<String> reason = form.read("reason-" + what.word(), QuotaForm::reason, "form.quota.reason");
        return form.anyWrong()
                ? Optional.empty()
                : allowed.flatMap(most -> reason.map(why -> new Wish(what, most, why)));
    }

    /** Throws {@link IllegalArgumentException}: no form of ours says anything else. */
    static Limit limit(String word) {
        return Arrays.stream(Limit.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such quota"));
    }

    private static OptionalLong amount(String text, long unit) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,9}([.,]\\d{1,9})?")) {
            throw new IllegalArgumentException("a quota is a number");
        }
        try {
            BigDecimal amount = new BigDecimal(text.replace(',', '.')).multiply(BigDecimal.valueOf(unit));
            return OptionalLong.of(amount.longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a part of one is none", e);
        }
    }

    private static String amount(long allowed, long unit) {
        return BigDecimal.valueOf(allowed)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String reason(String text) {
        if (text.isEmpty() || text.length() > 200) {
            throw new IllegalArgumentException("a reason has 1 to 200 characters");
        }
        return text;
    }

    private static long unit(Limit what) {
        return what == Limit.STORED_BYTES ? GB : 1;
    }
}
