package io.vedette.hub.retention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.vaults.StorageProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules of retention, for programs. */
final class RetentionDocument {
    private RetentionDocument() {}

    /**
     * A rule. Of a site or of a camera, else of the tenant.
     *
     * @param days absent: as the next rule further away says
     * @param endless kept without an end in days, whatever is said further away
     * @param bytes that are kept at most
     * @param labels what has one of them is kept for so long at least
     * @param unseenDays at most for what a program looked at and saw nothing in; absent: as the rest
     * @param archive where they move to; absent: as the next rule further away says
     */
    public record RetentionRuleDocument(
            String id,
            @Nullable String site,
            @Nullable String camera,
            @Nullable Integer days,
            boolean endless,
            @Nullable Long bytes,
            List<LabelDays> labels,
            @Nullable Integer unseenDays,
            @Nullable ArchiveDocument archive,
            Instant changedAt) {
        static RetentionRuleDocument of(RetentionRule rule) {
            return new RetentionRuleDocument(
                    rule.id().toString(),
                    rule.scope() instanceof Scope.OneSite one ? one.site().toString() : null,
                    rule.scope() instanceof Scope.OneCamera one ? one.camera().toString() : null,
                    rule.terms().days() instanceof Terms.Days.Of of ? (Integer) of.count() : null,
                    rule.terms().days() instanceof Terms.Days.Endless,
                    boxed(rule.terms().bytes()),
                    LabelDays.of(rule.terms().seen()),
                    rule.terms().seen().unseen().isPresent()
                            ? (Integer) rule.terms().seen().unseen().getAsInt()
                            : null,
                    rule.terms().archive().map(ArchiveDocument::of).orElse(null),
                    rule.changedAt());
        }
    }

    /** For how many days at least what has this label is kept. */
    public record LabelDays(String label, int days) {
        static List<LabelDays> of(ByLabel seen) {
            return seen.days().entrySet().stream()
                    .map(one -> new LabelDays(one.getKey().value(), one.getValue()))
                    .toList();
        }
    }

    /**
     * Where recordings move to.
     *
     * @param provider a storage provider
     * @param afterDays from the end of a recording on
     */
    public record ArchiveDocument(String provider, int afterDays) {
        static ArchiveDocument of(Archive archive) {
            return new ArchiveDocument(archive.to().toString(), archive.afterDays());
        }

        Archive archive() {
            return new Archive(StorageProviderId.of(provider), afterDays);
        }
    }

    public record RetentionRuleList(List<RetentionRuleDocument> rules) {}

    /** As {@link RetentionRuleDocument}; takes the place of what is set on the same. */
    public record NewRetentionRule(
            @JsonSetter(nulls = Nulls.SET) @Nullable String site,
            @JsonSetter(nulls = Nulls.SET) @Nullable String camera,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer days,
            @JsonSetter(nulls = Nulls.SET) @Nullable Boolean endless,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long bytes,

            @JsonSetter(nulls = Nulls.SET, contentNulls = Nulls.FAIL) @Nullable
            List<LabelDays> labels,

            @JsonSetter(nulls = Nulls.SET) @Nullable Integer unseenDays,
            @JsonSetter(nulls = Nulls.SET) @Nullable ArchiveDocument archive) {
        @JsonCreator
        public NewRetentionRule {
            if (site != null && camera != null) {
                throw new IllegalArgumentException("a rule is of a site or of a camera");
            }
            labels = labels == null ? List.of() : List.copyOf(labels);
            var unused = terms(days, endless, bytes, seen(labels, unseenDays), archive);
            var unusedScope = scope(site, camera);
        }

        Scope scope() {
            return scope(site, camera);
        }

        Terms terms() {
            return terms(days, endless, bytes, seen(labels == null ? List.of() : labels, unseenDays), archive);
        }

        private static Scope scope(@Nullable String site, @Nullable String camera) {
            if (camera != null) {
                return new Scope.OneCamera(CameraId.of(camera));
            }
            return site == null ? Scope.EVERYTHING : new Scope.OneSite(SiteId.of(site));
        }

        private static ByLabel seen(List<LabelDays> labels, @Nullable Integer unseen) {
            Map<Label, Integer> days = new TreeMap<>();
            for (LabelDays one : labels) {
                if (days.put(new Label(one.label()), one.days()) != null) {
                    throw new IllegalArgumentException("a label is named once");
                }
            }
            return new ByLabel(days, unseen == null ? OptionalInt.empty() : OptionalInt.of(unseen));
        }

        private static Terms terms(
                @Nullable Integer days,
                @Nullable Boolean endless,
                @Nullable Long bytes,
                ByLabel seen,
                @Nullable ArchiveDocument archive) {
            boolean noEnd = Boolean.TRUE.equals(endless);
            if (noEnd && days != null) {
                throw new IllegalArgumentException("either days or no end");
            }
            Terms.Days kept = days != null ? new Terms.Days.Of(days) : noEnd ? Terms.Days.ENDLESS : Terms.Days.AS_ABOVE;
            return new Terms(
                    kept,
                    bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes),
                    seen,
                    Optional.ofNullable(archive).map(ArchiveDocument::archive));
        }
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }
}
