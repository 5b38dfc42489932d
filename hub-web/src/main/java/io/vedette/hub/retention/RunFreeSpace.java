package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Plan.Going;
import io.vedette.hub.retention.Stock.Stored;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the hub's own disk from filling: of all tenants' recordings there the oldest go first, as far as a rule says that they go one day. What has no rule, or is
 * on hold, stays, even if the disk fills. Outside any transaction.
 */
@Singleton
public class RunFreeSpace {
    private static final Logger LOG = LoggerFactory.getLogger(RunFreeSpace.class);
    private static final Instant ANY_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MOST_IN_VAIN = 2;

    private final TenantWork work;
    private final Tenants tenants;
    private final RetentionRules rules;
    private final Stock stock;
    private final RunRetention running;
    private final FreeDisk disk;
    /** So often in a row, what went did not even make half of its room: a snapshot holds it, or the disk fills faster. */
    private int inVain;

    @Inject
    public RunFreeSpace(
            TenantWork work, Tenants tenants, RetentionRules rules, Stock stock, RunRetention running, FreeDisk disk) {
        this.work = work;
        this.tenants = tenants;
        this.rules = rules;
        this.stock = stock;
        this.running = running;
        this.disk = disk;
    }

    /**
     * The oldest of a tenant that was not chosen yet, and those behind it.
     *
     * @param favoured a label keeps them while others can go
     */
    private record Head(TenantId tenant, boolean favoured, Stored first, OldestFirst rest) {}

    /**
     * To be called every few minutes. What is on its way out already is counted as gone: a store that lets nothing go must not have ever more chosen. Returns how
     * many bytes are missing still, with what it chose counted as gone, too.
     */
    public synchronized long run() {
        long missing = disk.now().missing();
        if (missing == 0) {
            inVain = 0;
            return 0;
        }
        if (inVain >= MOST_IN_VAIN) {
            LOG.error(
                    "the hub's disk has too little room, and deleting recordings makes none: nothing more is deleted for it until there is room, or the hub is"
                            + " started again. Look for snapshots, or for what else fills it");
            return missing;
        }
        missing -= leaving();
        long usable = disk.now().usable();
        long bytes = choose(missing);
        if (bytes > 0) {
            long gone = bytes - leaving();
            inVain = disk.now().usable() - usable < gone / 2 ? inVain + 1 : 0;
        }
        if (missing > bytes) {
            LOG.warn(
                    "the hub's disk has too little room, and no recording on it has a rule by which it may go: {} bytes are missing",
                    missing - bytes);
        }
        return Math.max(0, missing - bytes);
    }

    /** Sends away the oldest until they come to so much; answers what they come to. */
    private long choose(long missing) {
        Map<TenantId, List<Going>> chosen = new LinkedHashMap<>();
        long bytes = 0;
        PriorityQueue<Head> heads = missing > 0 ? heads() : new PriorityQueue<>();
        while (bytes < missing && !heads.isEmpty()) {
            Head head = heads.remove();
            chosen.computeIfAbsent(head.tenant(), tenant -> new ArrayList<>())
                    .add(new Going(head.first(), LeavingWhy.DISK));
            bytes += head.first().bytes();
            next(head.tenant(), head.favoured(), head.rest(), heads);
        }
        chosen.forEach((tenant, going) -> {
            running.begin(tenant, RetentionRun.Cause.DISK);
            running.mark(tenant, going);
            running.goOn(tenant);
        });
        return bytes;
    }

    /** Bytes in the hub's own folder that are on their way out, of all tenants. */
    private long leaving() {
        return tenants.all().stream()
                .mapToLong(tenant -> work.as(tenant, () -> stock.leavingInFolder(tenant)))
                .sum();
    }

    private PriorityQueue<Head> heads() {
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::favoured)
                .thenComparing(head -> head.first().startedAt()));
        for (TenantId tenant : tenants.all()) {
            next(tenant, false, inFolder(tenant, false), heads);
            next(tenant, true, inFolder(tenant, true), heads);
        }
        return heads;
    }

    private static void next(TenantId tenant, boolean favoured, OldestFirst oldest, PriorityQueue<Head> heads) {
        if (oldest.hasNext()) {
            heads.add(new Head(tenant, favoured, oldest.next(), oldest));
        }
    }

    private OldestFirst inFolder(TenantId tenant, boolean favoured) {
        List<Pick> picks = work.as(tenant, () -> mayGo(tenant, favoured));
        return new OldestFirst(behind ->
                work.as(tenant, () -> stock.oldest(tenant, picks, ANY_TIME, behind, true, OldestFirst.AT_ONCE)));
    }

    private List<Pick> mayGo(TenantId tenant, boolean favoured) {
        List<RetentionRule> set = rules.all(tenant);
        return set.isEmpty() ? List.of() : new Policy(set, stock.cameras(tenant)).mayGo(favoured);
    }

    /** Whether nothing of this tenant may go from the hub's own disk. Within its work. */
    public boolean nothingMayGo(TenantId tenant) {
        return none(tenant, false) && none(tenant, true);
    }

    private boolean none(TenantId tenant, boolean favoured) {
        return stock.oldest(tenant, mayGo(tenant, favoured), ANY_TIME, Stock.Behind.NOTHING, true, 1)
                .isEmpty();
    }
}
