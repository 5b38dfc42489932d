package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.AuditSettings;
import io.vedette.hub.platform.config.HubSettings.MailSettings;
import io.vedette.hub.platform.mail.MailServer;
import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the heads of all chains where the owner of the database does not reach, and reads back those that can be. */
@Singleton
public class PublishedHeads {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedHeads.class);

    private final TenantWork work;
    private final Tenants tenants;
    private final AuditLog log;
    private final Clock clock;
    private final Optional<HeadFile> file;
    private final Optional<HeadWebhook> webhook;
    private final Optional<HeadMail> mail;

    @Inject
    PublishedHeads(TenantWork work, Tenants tenants, AuditLog log, Clock clock, HubSettings settings) {
        this(work, tenants, log, clock, settings.audit(), settings.mail());
    }

    PublishedHeads(
            TenantWork work,
            Tenants tenants,
            AuditLog log,
            Clock clock,
            AuditSettings settings,
            Optional<MailSettings> mail) {
        this.work = work;
        this.tenants = tenants;
        this.log = log;
        this.clock = clock;
        this.file = settings.file().map(HeadFile::new);
        this.webhook = settings.webhook().map(one -> new HeadWebhook(one, new GuardedCall(one.local())));
        this.mail = mail.filter(server -> !settings.mailTo().isEmpty())
                .map(server -> new HeadMail(settings.mailTo(), new MailServer(server)));
    }

    /** Those of a tenant that stand in the file. */
    List<Link> of(TenantId tenant) {
        return file.map(one -> one.of(tenant)).orElse(List.of());
    }

    /** One place that fails does not keep the others from being told; the next hour tells it again. */
    void publish() {
        if (file.isEmpty() && webhook.isEmpty() && mail.isEmpty()) {
            return;
        }
        List<HeadLine> heads = tenants.all().stream().map(this::head).toList();
        if (heads.isEmpty()) {
            return;
        }
        file.ifPresent(one -> told("file", () -> one.append(heads)));
        webhook.ifPresent(one -> told("webhook", () -> one.send(heads, clock.instant())));
        mail.ifPresent(one -> told("mail", () -> one.send(heads, clock.instant())));
    }

    private HeadLine head(TenantId tenant) {
        return HeadLine.of(clock.instant(), tenant, work.as(tenant, () -> log.head(tenant)));
    }

    @FunctionalInterface
    private interface Telling {
        void tell() throws IOException;
    }

    private static void told(String place, Telling telling) {
        try {
            telling.tell();
        } catch (IOException e) {
            LOG.error("the heads of the audit logs could not be published ({}): {}", place, e.getMessage());
        }
    }
}
