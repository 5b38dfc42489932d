package io.vedette.hub.kerberos;

import io.vedette.contracts.Secret;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.vaults.accounts.AccessKey;
import io.vedette.hub.vaults.accounts.AdmitAccount;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way in by a pair of keys. No keys, wrong ones and those of an account that is off are one same refusal. */
@Singleton
public class Keys {
    private static final int LONGEST = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int LATER_SECONDS = 60;

    private final AdmitAccount accounts;
    private final WrongKeys wrong;

    @Inject
    public Keys(AdmitAccount accounts, WrongKeys wrong) {
        this.accounts = accounts;
        this.wrong = wrong;
    }

    /** @param work is done for the account whose keys the request shows */
    Response with(Side side, HttpServletRequest request, Function<Admitted, Response> work) {
        return admit(side, request).map(work).orElseGet(() -> refused(request));
    }

    Optional<Admitted> admit(Side side, HttpServletRequest request) {
        if (shutOut(request)) {
            return Optional.empty();
        }
        Optional<String> secret = given(side.secretKey(request));
        Optional<Admitted> in = given(side.accessKey(request))
                .flatMap(AccessKey::read)
                .flatMap(key -> secret.flatMap(text -> accounts.admit(key, new Secret(text))));
        in.ifPresent(shown -> right(request));
        return in;
    }

    /** Whether so much from there was wrong that nobody looks at more of it. */
    boolean shutOut(HttpServletRequest request) {
        return wrong.shutOut(LoginMechanism.asker(request));
    }

    /** What it showed, or encrypted, was right. */
    void right(HttpServletRequest request) {
        wrong.right(LoginMechanism.asker(request));
    }

    Response refused(HttpServletRequest request) {
        return wrong.tooMany(LoginMechanism.asker(request))
                ? plain(TOO_MANY, "too-many")
                        .header("Retry-After", LATER_SECONDS)
                        .build()
                : plain(UNAUTHORIZED, "keys").build();
    }

    static Optional<String> given(@Nullable String header) {
        return Optional.ofNullable(header).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    /** With a body, so that the server does not put an error page of its own in its place. */
    static Response.ResponseBuilder plain(int status, String word) {
        return Response.status(status).type(MediaType.TEXT_PLAIN_TYPE).entity(word);
    }
}
