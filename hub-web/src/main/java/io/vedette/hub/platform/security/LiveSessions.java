package io.vedette.hub.platform.security;

import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Browser sessions of this node by the provider's session, so that a logout elsewhere ends them here. Ending a session also
 * closes the sockets that were opened under it: the container sees to that.
 */
@Singleton
class LiveSessions {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

    private final ConcurrentHashMap<String, Set<HttpSession>> bySid = new ConcurrentHashMap<>();

    void note(String sid, HttpSession session) {
        bySid.computeIfAbsent(sid, none -> ConcurrentHashMap.newKeySet()).add(session);
    }

    void forget(String sid, HttpSession session) {
        bySid.computeIfPresent(sid, (same, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** Returns how many sessions ended. */
    int end(String sid) {
        Set<HttpSession> sessions = bySid.remove(sid);
        if (sessions == null) {
            return 0;
        }
        sessions.forEach(session -> {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                LOG.debug("session was already over", e);
            }
        });
        return sessions.size();
    }
}
