package io.vedette.hub.livestream;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again, for every open live view, whether it may stay: at once when access in its tenant became less, when a grant ends,
 * and every 10 s. Two questions on two sets of threads: what may be seen is asked of the database and answered in
 * milliseconds; whether the sign-in still stands may wait for the identity provider, and must not hold up the first.
 */
@Singleton
public class LiveGuard {
    private static final Logger LOG = LoggerFactory.getLogger(LiveGuard.class);
    static final long EVERY = Duration.ofSeconds(10).toNanos();
    /** How long a view may stay while the question cannot be answered. */
    static final long DOUBT = Duration.ofSeconds(30).toNanos();

    /** The first one is taken when a view begins. */
    static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private static final long LOOK_MILLIS = 500;

    private final OpenLiveView views;
    private final Clock clock;
    private final LongSupplier ticker;
    private final Executor access;
    private final Executor logins;
    private final Set<Guarded> open = ConcurrentHashMap.newKeySet();

    /** Ends a view with a close code and a word for whoever reads logs. */
    @FunctionalInterface
    public interface Ending {
        void end(int code, String reason);
    }

    /** One open view. */
    public static final class Guarded {
        private final TenantId tenant;
        private final String slug;
        private final CameraId camera;
        private final Supplier<Optional<Person>> who;
        private final Ending ending;
        private volatile Person person;
        private volatile long accessAskedAt;
        private volatile long loginAskedAt;
        private volatile long answeredAt;
        private volatile long minuteAt;
        private volatile boolean askNow = true; // a grant may end a moment after it let somebody in
        private volatile Instant until = Instant.MAX;

        Guarded(
                TenantId tenant,
                String slug,
                CameraId camera,
                Person person,
                Supplier<Optional<Person>> who,
                Ending ending) {
            this.tenant = tenant;
            this.slug = slug;
            this.camera = camera;
            this.person = person;
            this.who = who;
            this.ending = ending;
        }
    }

    @Inject
    LiveGuard(OpenLiveView views, AccessNews news, Clock clock) {
        this(views, news, clock, System::nanoTime, one("live-access"), two("live-logins"));
        var unused = ((ScheduledExecutorService) access)
                .scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    LiveGuard(OpenLiveView views, AccessNews news, Clock clock, LongSupplier ticker, Executor access, Executor logins) {
        this.views = views;
        this.clock = clock;
        this.ticker = ticker;
        this.access = access;
        this.logins = logins;
        news.onLess(this::less);
    }

    /**
     * Watches over a view from now on.
     *
     * @param who the sign-in as it stands whenever asked; may wait for the identity provider
     */
    public Guarded guard(
            TenantId tenant,
            String slug,
            CameraId camera,
            Person person,
            Supplier<Optional<Person>> who,
            Ending ending) {
        var view = new Guarded(tenant, slug, camera, person, who, ending);
        long now = ticker.getAsLong();
        view.accessAskedAt = now;
        view.loginAskedAt = now;
        view.answeredAt = now;
        view.minuteAt = now;
        open.add(view);
        return view;
    }

    public void release(Guarded view) {
        open.remove(view);
    }

    private void less(TenantId tenant) {
        open.stream().filter(view -> view.tenant.equals(tenant)).forEach(view -> view.askNow = true);
        access.execute(this::look);
    }

    /** Asks what is due. */
    void look() {
        Map<Watcher, List<Guarded>> due = new LinkedHashMap<>();
        for (Guarded view : open) {
            long now = ticker.getAsLong();
            if (now - view.loginAskedAt >= EVERY) {
                view.loginAskedAt = now;
                logins.execute(() -> askLogin(view));
            }
            boolean ended = !clock.instant().isBefore(view.until);
            if (now - view.minuteAt >= MINUTE) {
                view.minuteAt += MINUTE;
                takeMinute(view);
            }
            if (view.askNow || ended || now - view.accessAskedAt >= EVERY) {
                view.askNow = false;
                view.accessAskedAt = now;
                view.until = Instant.MAX; // the answer sets the next one
                due.computeIfAbsent(new Watcher(view.person, view.slug), watcher -> new ArrayList<>())
                        .add(view);
            }
        }
        due.forEach(this::askAccess);
    }

    /** Somebody in a tenant, whose open views are asked about together. */
    private record Watcher(Person person, String slug) {}

    private void askAccess(Watcher watcher, List<Guarded> theirs) {
        Set<CameraId> watched = theirs.stream().map(view -> view.camera).collect(Collectors.toSet());
        try {
            OpenLiveView.Still still = views.still(watcher.person(), watcher.slug(), watched);
            for (Guarded view : theirs) {
                if (still.allowed().contains(view.camera)) {
                    view.until = still.until();
                    view.answeredAt = ticker.getAsLong();
                } else {
                    end(view, Problem.MISSING_RIGHT);
                }
            }
        } catch (RuntimeException e) {
            theirs.forEach(view -> doubt(view, e));
        }
    }

    private void takeMinute(Guarded view) {
        try {
            if (!views.goesOn(view.tenant)) {
                end(view, Problem.QUOTA);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "a minute of a live view could not be counted: {}",
                    e.toString()); // the next question closes it, if need be
        }
    }

    private void askLogin(Guarded view) {
        try {
            Optional<Person> person = view.who.get();
            if (person.isEmpty()) {
                end(view, Problem.SIGN_IN);
            } else if (!person.get().equals(view.person)) {
                view.person = person.get();
                view.askNow = true;
            }
        } catch (RuntimeException e) {
            doubt(view, e);
        }
    }

    /** A fault of ours closes nobody's view at once, and keeps nobody's open for long. */
    private void doubt(Guarded view, RuntimeException fault) {
        LOG.error("whether a live view may stay could not be answered", fault);
        if (ticker.getAsLong() - view.answeredAt > DOUBT) {
            end(view, Problem.FAULT);
        }
    }

    private void end(Guarded view, Problem problem) {
        if (open.remove(view)) {
            LOG.info("{} no longer watches camera {} live: {}", view.person.subject(), view.camera, problem.code());
            view.ending.end(problem.closeCode(), problem.code());
        }
    }

    @PreDestroy
    void stop() {
        if (access instanceof ExecutorService first && logins instanceof ExecutorService second) {
            first.shutdownNow();
            second.shutdownNow();
        }
    }

    private static ScheduledExecutorService one(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private static ExecutorService two(String name) {
        return Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }
}
