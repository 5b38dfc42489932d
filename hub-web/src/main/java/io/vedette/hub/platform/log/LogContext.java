package io.vedette.hub.platform.log;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/**
 * What the lines of this thread are about. The names are those of the Elastic Common Schema, which collectors of logs know.
 *
 * <p>A request may be taken up more than once on its way (sign-in, filters, the words for what the server refused): its id stays the
 * same. It is made here and never taken from the caller, who could otherwise write in another's name.
 */
public final class LogContext {
    static final String REQUEST = "http.request.id";
    static final String TENANT = "organization.id";

    private static final String ATTRIBUTE = "vedette.request-id";
    private static final String HEADER = "X-Request-Id";

    /** Of the request that this thread works for; kept beside the lines, not in them. */
    private static final ThreadLocal<String> ASKER = ThreadLocal.withInitial(() -> "");

    private LogContext() {}

    /** The address that the request of this thread came from, where the request itself is out of reach; empty without one. */
    public static String asker() {
        return ASKER.get();
    }

    public static void asker(String address) {
        ASKER.set(address);
    }

    /** From here on this thread works for that request; whoever calls this calls {@link #end()}, also after a fault. */
    public static void begin(HttpServletRequest request, HttpServletResponse response) {
        String id = id(request);
        MDC.put(REQUEST, id);
        response.setHeader(HEADER, id);
    }

    /** The id of a request, by which its lines can be found. */
    public static String id(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String fresh = Uuids.fresh().toString();
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    public static void end() {
        MDC.clear();
        ASKER.remove();
    }

    /** What follows is about that tenant: until {@link #tenantDone()}, and within a request until its end. */
    public static void tenant(TenantId tenant) {
        MDC.put(TENANT, tenant.toString());
    }

    /** A request has one tenant, and what goes wrong after the work on its data is still about that tenant. */
    public static void tenantDone() {
        if (MDC.get(REQUEST) == null) {
            MDC.remove(TENANT);
        }
    }
}
