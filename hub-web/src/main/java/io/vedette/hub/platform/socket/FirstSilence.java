package io.vedette.hub.platform.socket;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;

/**
 * How long a connection may be silent until its endpoint says otherwise. Without a limit of the container's own, the check
 * for silence is due the moment a connection is made; if it then runs after the endpoint has set a limit, it closes the
 * connection at once (Tyrus as in Payara 6.2025.10: about one connection in a thousand).
 */
@WebListener
public class FirstSilence implements ServletContextListener {
    private static final long MILLIS = 60_000;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var sockets = (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
        sockets.setDefaultMaxSessionIdleTimeout(MILLIS);
    }
}
