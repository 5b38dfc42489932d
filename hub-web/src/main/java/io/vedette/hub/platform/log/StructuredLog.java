package io.vedette.hub.platform.log;

import co.elastic.logging.jul.EcsFormatter;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.LogFormat;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.slf4j.MDC;

/**
 * Where it is wanted, takes the place of the server's own words from the moment the hub starts until it ends. Lines of the server itself
 * are JSON then, too; those before that moment are not.
 */
@Startup
@Singleton(name = StructuredLog.NAME)
public class StructuredLog {
    /** For what must not start, and so not write, before. */
    public static final String NAME = "structured-log";

    private static final Logger ROOT = Logger.getLogger("");

    private List<Handler> before = List.of();

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
    private HubSettings settings;

    @PostConstruct
    void takeOver() {
        if (settings.logFormat() == LogFormat.JSON) {
            before = List.of(ROOT.getHandlers());
            replace(before, List.of(new Lines()));
        }
    }

    @PreDestroy
    void giveBack() {
        if (!before.isEmpty()) {
            replace(Arrays.asList(ROOT.getHandlers()), before);
        }
    }

    private static void replace(List<Handler> old, List<Handler> fresh) {
        old.forEach(ROOT::removeHandler);
        fresh.forEach(ROOT::addHandler);
    }

    /** Writes on the thread that speaks, as the request and the tenant are known there alone; past {@code System.out}, which leads back here. */
    private static final class Lines extends StreamHandler {
        Lines() {
            super(new FileOutputStream(FileDescriptor.out), new WithContext());
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            super.publish(line);
            flush();
        }
    }

    /** The library itself knows of no context in java.util.logging. */
    private static final class WithContext extends EcsFormatter {
        WithContext() {
            setServiceName("vedette-hub");
        }

        @Override
        protected Map<String, String> getMdcEntries() {
            Map<String, String> context = MDC.getCopyOfContextMap();
            return context == null ? Map.of() : context;
        }
    }
}
