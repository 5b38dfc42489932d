package io.vedette.hub.people.tokens;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.tokens.PersonalToken;
import io.vedette.hub.access.tokens.PersonalTokens;
import io.vedette.hub.access.tokens.TokenWish;
import io.vedette.hub.tenancy.Name;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token for programs; never the secret.
 *
 * @param usedAt to the minute; absent when it never was
 */
public record TokenDocument(
        String id,
        String name,
        List<Permission> permissions,
        Instant madeAt,
        Instant until,
        @Nullable Instant usedAt) {
    static TokenDocument of(PersonalToken token) {
        return new TokenDocument(
                token.id().toString(),
                token.name(),
                List.copyOf(token.permissions()),
                token.madeAt(),
                token.until(),
                token.usedAt().orElse(null));
    }

    /** All of one's own: there are never so many that they come in pages. */
    public record TokenList(List<TokenDocument> tokens) {}

    /** The one answer that holds the token itself. */
    public record FreshTokenDocument(String token, TokenDocument about) {
        static FreshTokenDocument of(PersonalTokens.Made made) {
            return new FreshTokenDocument(made.text().reveal(), TokenDocument.of(made.token()));
        }

        @Override
        public String toString() {
            return "FreshTokenDocument[" + about + "]";
        }
    }

    /**
     * A token that somebody wants.
     *
     * @param days how long it is good; the usual time when absent
     */
    public record NewToken(
            String name,
            Set<Permission> permissions,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer days) {
        @JsonCreator
        public NewToken {
            permissions = Set.copyOf(permissions);
        }

        TokenWish wish() {
            return new TokenWish(new Name(name), permissions, days == null ? TokenWish.USUAL_DAYS : days);
        }
    }
}
