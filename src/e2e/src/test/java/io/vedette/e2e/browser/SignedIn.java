package io.vedette.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.vedette.e2e.api.HubApi;
import io.vedette.stack.Stack;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's browser with a session in the hub. */
public final class SignedIn implements AutoCloseable {
    private final Stack stack;
    private final Page page;

    SignedIn(Stack stack, Page page) {
        this.stack = stack;
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** Goes to a path of the hub; the status of the last answer on the way there. */
    public int open(String path) {
        Response answer = page.navigate(stack.hub() + path);
        return Optional.ofNullable(answer).map(Response::status).orElse(0);
    }

    /** The same session without the browser around it. */
    public HubApi api() {
        if (!page.url().startsWith(stack.hub().toString()) || csrf().isEmpty()) {
            open("/");
        }
        return new HubApi(stack.hub(), cookies(), csrf().orElse(""));
    }

    boolean isStillIn() {
        return new HubApi(stack.hub(), cookies(), "").get("/api/v1/me").status() != 401;
    }

    private Optional<String> csrf() {
        var meta = page.locator("meta[name=csrf]");
        return meta.count() == 0
                ? Optional.empty()
                : Optional.ofNullable(meta.first().getAttribute("content"));
    }

    private String cookies() {
        return page.context().cookies(stack.hub().toString()).stream()
                .map(SignedIn::pair)
                .collect(Collectors.joining("; "));
    }

    private static String pair(Cookie cookie) {
        return cookie.name + "=" + cookie.value;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
