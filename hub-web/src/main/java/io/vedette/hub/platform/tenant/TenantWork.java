package io.vedette.hub.platform.tenant;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.log.LogContext;
import io.vedette.hub.platform.persistence.Database;
import io.vedette.hub.platform.persistence.DeedRows;
import io.vedette.hub.platform.persistence.Undone;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The one door to a tenant's data: opens a transaction in which that tenant, and nothing else, exists.
 *
 * <p>Work runs on the calling thread. Inside it, work for the same tenant joins; work for another tenant is refused, so
 * that no transaction ever holds two. An exception rolls everything back.
 */
@Singleton
public class TenantWork {
    private final SessionFactory sessions;
    private final ThreadLocal<@Nullable Unit> open = new ThreadLocal<>();

    private record Unit(
            TenantId tenant, Session session, List<Runnable> afterCommit, Deeds deeds, Remembered remembered) {}

    /** What was asked in a transaction, for as long as it only reads. */
    private static final class Remembered {
        private boolean reads;
        private final Map<Object, Object> answers = new HashMap<>();
    }

    /** What was done in a transaction so far, and who does it. */
    private static final class Deeds {
        private Doer doer = Doer.HUB;
        private final List<Deed> done = new ArrayList<>();
    }

    @Inject
    TenantWork(Database database) {
        this(database.sessions());
    }

    public TenantWork(SessionFactory sessions) {
        this.sessions = sessions;
    }

    public void run(TenantId tenant, Runnable work) {
        as(tenant, () -> {
            work.run();
            return tenant;
        });
    }

    public <T> T as(TenantId tenant, Supplier<T> work) {
        Unit outer = open.get();
        if (outer != null) {
            same(outer, tenant);
            return work.get();
        }
        List<Runnable> afterCommit = new ArrayList<>();
        T result = inTransaction(tenant, work, afterCommit);
        afterCommit.forEach(Runnable::run);
        return result;
    }

    private <T> T inTransaction(TenantId tenant, Supplier<T> work, List<Runnable> afterCommit) {
        try (Session session =
                sessions.withOptions().tenantIdentifier((Object) tenant.value()).openSession()) {
            var deeds = new Deeds();
            open.set(new Unit(tenant, session, afterCommit, deeds, new Remembered()));
            LogContext.tenant(tenant);
            var transaction = session.beginTransaction();
            try {
                T result = work.get();
                DeedRows.add(session, tenant, deeds.doer, deeds.done);
                transaction.commit();
                return result;
            } catch (RuntimeException | Error e) {
                rollBack(transaction, e);
                throw e;
            }
        } finally {
            open.remove();
            LogContext.tenantDone();
        }
    }

    /** On a connection that broke it fails too, which must not hide why. */
    private static void rollBack(Transaction transaction, Throwable why) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** What is to be told to the outside once, and only if, the transaction has been committed. */
    public void afterCommit(Runnable news) {
        unit().afterCommit().add(news);
    }

    /** Work of this transaction that changes nothing on which an answer of {@link #once} depends. */
    public <T> T reading(Supplier<T> work) {
        return reading(true, work);
    }

    private <T> T reading(boolean reads, Supplier<T> work) {
        Remembered remembered = unit().remembered();
        boolean before = remembered.reads;
        remembered.reads = reads;
        try {
            return work.get();
        } finally {
            remembered.reads = before;
            remembered.answers.clear();
        }
    }

    /** The answer to a question about rows: while this transaction only reads, the same question is asked once in it. */
    @SuppressWarnings("unchecked") // a question has answers of one type: whoever asks makes it
    public <T> T once(Object question, Supplier<T> ask) {
        Remembered remembered = unit().remembered();
        return remembered.reads ? (T) remembered.answers.computeIfAbsent(question, q -> ask.get()) : ask.get();
    }

    /**
     * Does work to see what it would come to, and undoes it: rows, deeds and news. What was read before is detached then; read
     * it again to go on with it.
     */
    public <T> T tentatively(TenantId tenant, Supplier<T> work) {
        Unit unit = unit();
        same(unit, tenant);
        return reading(false, () -> undone(unit, work));
    }

    private static <T> T undone(Unit unit, Supplier<T> work) {
        int news = unit.afterCommit().size();
        int deeds = unit.deeds().done.size();
        try {
            return Undone.after(unit.session(), work);
        } finally {
            cut(unit.afterCommit(), news);
            cut(unit.deeds().done, deeds);
        }
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }

    /** Whoever the work of this transaction is done by; the hub itself until somebody says so. */
    public void by(Doer doer) {
        unit().deeds().doer = doer;
    }

    /** Keeps for the tenant's audit log what is done here: written with the rest of the transaction, or undone with it. */
    public void note(Deed deed) {
        unit().deeds().done.add(deed);
    }

    /** For repositories: the open transaction, which must be that of the tenant they were asked about. */
    public EntityManager entities(TenantId tenant) {
        Unit unit = unit();
        same(unit, tenant);
        return unit.session();
    }

    private Unit unit() {
        Unit unit = open.get();
        if (unit == null) {
            throw new IllegalStateException("a tenant's data was touched outside TenantWork");
        }
        return unit;
    }

    private static void same(Unit unit, TenantId tenant) {
        if (!unit.tenant().equals(tenant)) {
            throw new IllegalStateException("one transaction was asked to hold two tenants");
        }
    }
}
