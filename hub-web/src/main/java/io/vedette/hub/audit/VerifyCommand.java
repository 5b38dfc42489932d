package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.config.SettingsReader;
import io.vedette.hub.platform.config.SettingsReader.UnusableSettings;
import io.vedette.hub.platform.persistence.Database;
import io.vedette.hub.platform.persistence.DatabaseAway;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenant;
import io.vedette.hub.tenancy.Tenants;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verifies every organisation's log from a shell, straight on the database and without the hub: also of a hub that is stopped, or of a backup
 * that was put back elsewhere. It reads, and changes nothing. Arguments are files with published heads: the hub's own, or what its mails and
 * webhooks brought.
 */
public final class VerifyCommand {
    static final int WHOLE = 0;
    static final int BROKEN = 1;
    /** As sysexits.h has it: something given cannot be read. */
    static final int NO_INPUT = 66;

    private final Tenants tenants;
    private final TenantWork work;
    private final VerifyChain chain;
    private final List<HeadFile> kept;
    private final PrintStream out;

    private VerifyCommand(TenantWork work, List<HeadFile> kept, PrintStream out) {
        this.tenants = new Tenants(work);
        this.work = work;
        this.chain = new VerifyChain(work, new AuditLog(work));
        this.kept = kept;
        this.out = out;
    }

    public static void main(String[] files) {
        System.exit(run(
                name -> Optional.ofNullable(System.getenv(name)),
                Stream.of(files).map(Path::of).toList(),
                System.out,
                System.err));
    }

    static int run(Function<String, Optional<String>> environment, List<Path> files, PrintStream out, PrintStream err) {
        Optional<Path> none =
                files.stream().filter(file -> !Files.isReadable(file)).findFirst();
        if (none.isPresent()) {
            err.println(none.get() + " cannot be read.");
            return NO_INPUT;
        }
        try {
            DatabaseSettings settings = new SettingsReader(environment).database();
            List<HeadFile> kept = files.stream().map(HeadFile::new).toList();
            Database database = Database.asItIs(settings, List.of(Tenant.class, AuditEntry.class, AuditHead.class));
            try {
                return new VerifyCommand(new TenantWork(database.sessions()), kept, out).all();
            } finally {
                database.close();
            }
        } catch (UnusableSettings e) {
            e.faults().forEach(err::println);
            return NO_INPUT;
        } catch (RuntimeException e) {
            if (!DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            err.println("The database does not answer.");
            return NO_INPUT;
        }
    }

    private int all() {
        List<TenantId> there = tenants.all();
        boolean broken = false;
        for (TenantId tenant : there) {
            broken |= !one(tenant);
        }
        Set<String> gone =
                kept.stream().flatMap(file -> file.tenants().stream()).collect(Collectors.toCollection(TreeSet::new));
        there.forEach(tenant -> gone.remove(tenant.value().toString()));
        gone.forEach(tenant -> out.println(tenant + ": broken, the whole log is not there, and was published"));
        return broken || !gone.isEmpty() ? BROKEN : WHOLE;
    }

    private boolean one(TenantId tenant) {
        String name =
                work.as(tenant, () -> tenants.find(tenant).map(Tenant::slug).orElse(""));
        List<Link> heads =
                kept.stream().flatMap(file -> file.of(tenant).stream()).toList();
        VerificationDocument found = VerificationDocument.of(chain.verify(tenant, heads));
        out.println(tenant.value() + " " + name + ": "
                + (found.whole()
                        ? "whole, " + found.seq() + " rows, " + heads.size() + " heads compared"
                        : "broken at row " + found.seq() + ", " + found.damage()));
        return found.whole();
    }
}
