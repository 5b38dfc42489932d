package io.vedette.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.stack.demo.Account;

/** Keycloak's login: the name on one page, the password on the next. */
public final class LoginPage {
    private final Page page;

    public LoginPage(Page page) {
        this.page = page;
    }

    public boolean isShown() {
        return page.locator("#kc-login").count() > 0;
    }

    public void signIn(Account account) {
        page.locator("input[name=username]").fill(account.name());
        Locator password = page.locator("input[name=password][type=password]");
        if (!password.isVisible()) {
            page.locator("#kc-login").click();
            password.waitFor();
        }
        password(account);
    }

    /** The second page alone. */
    public void password(Account account) {
        page.locator("input[name=password][type=password]")
                .fill(account.password().reveal());
        page.locator("#kc-login").click();
        page.waitForURL(address -> !address.contains("/realms/"));
    }
}
