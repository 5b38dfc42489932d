package io.vedette.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.vedette.stack.Stack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One Chromium for all tests; everybody signed in has a profile of their own in it. For one thread. */
public final class HubBrowser implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 45_000; // a machine of two cores that also records and plays

    private final Stack stack;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, SignedIn> signedIn = new HashMap<>();

    private HubBrowser(Stack stack, Playwright playwright, Browser browser) {
        this.stack = stack;
        this.playwright = playwright;
        this.browser = browser;
    }

    public static HubBrowser open(Stack stack) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new HubBrowser(stack, playwright, Chromium.launch(playwright));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** Owner of the tenant acme. */
    public SignedIn asOwner() {
        return as("owner");
    }

    /** A viewer of acme who sees what grants say. */
    public SignedIn asGuard() {
        return as("guard");
    }

    /** A viewer of acme without grants, and the owner of the tenant globex, which is empty. */
    public SignedIn asGuest() {
        return as("guest");
    }

    /** Runs the hub and belongs to no tenant. */
    public SignedIn asOperator() {
        return as("operator");
    }

    /** Signs in once and again when the session is over, for example because the hub was killed. */
    private SignedIn as(String name) {
        SignedIn known = signedIn.get(name);
        if (known != null && known.isStillIn()) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        SignedIn fresh = signIn(name);
        signedIn.put(name, fresh);
        return fresh;
    }

    /** A sign-in of its own that nobody shares; the caller closes it. */
    public SignedIn signIn(String name) {
        Page page = stranger();
        page.navigate(stack.hub() + "/t/acme");
        new LoginPage(page).signIn(stack.account(name));
        return new SignedIn(stack, page);
    }

    /** A page in an empty profile; its context is the caller's to close. */
    public Page stranger() {
        return stranger(as -> {});
    }

    /** A stranger whose browser is another in what the caller says: its language, or without scripts. */
    public Page stranger(Consumer<Browser.NewContextOptions> other) {
        var manner = new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900);
        other.accept(manner);
        return page(manner);
    }

    /** The same person in another window, for whoever resizes it or forgets the session. */
    public Page beside(SignedIn somebody) {
        return beside(somebody, as -> {});
    }

    /** The same person in another browser: the session is shared, so nobody signs in for it. */
    public Page beside(SignedIn somebody, Consumer<Browser.NewContextOptions> other) {
        String session = somebody.page().context().storageState();
        return stranger(manner -> other.accept(manner.setStorageState(session)));
    }

    private Page page(Browser.NewContextOptions manner) {
        BrowserContext context = browser.newContext(manner);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** Puts a screenshot of every open page into the folder; returns a line of words for each. */
    public String photograph(Path folder) {
        StringBuilder words = new StringBuilder();
        int number = 0;
        for (BrowserContext context : browser.contexts()) {
            for (Page page : context.pages()) {
                Path file = folder.resolve("page-" + ++number + ".png");
                words.append("  page ").append(page.url());
                try {
                    page.screenshot(new Page.ScreenshotOptions().setPath(file).setTimeout(10_000));
                    words.append(" (").append(file.getFileName()).append(")\n");
                } catch (PlaywrightException e) {
                    words.append(" (no picture: ").append(e.getMessage()).append(")\n");
                }
            }
        }
        return words.toString();
    }

    @Override
    public void close() {
        try {
            browser.close();
        } finally {
            playwright.close();
        }
    }
}
