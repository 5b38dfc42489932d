package io.vedette.hub.platform.web;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/** How the session's cookie is set: unreadable to scripts, not sent along by foreign sites, over TLS only where there is TLS. */
@WebListener
public class SessionCookie implements ServletContextListener {
    private final HubSettings settings;

    @Inject
    SessionCookie(HubSettings settings) {
        this.settings = settings;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var context = event.getServletContext();
        var cookie = context.getSessionCookieConfig();
        cookie.setName("vedette");
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(settings.publicUrl().getScheme()));
        cookie.setAttribute("SameSite", "Lax"); // Payara 6 leaves it out: the seal of the sign-in has it
        context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        context.setSessionTimeout(12 * 60);
    }
}
