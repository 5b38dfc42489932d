package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.RequestUpload;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the vault of a site for what its rule sends on: when it comes to have it, and when something was seen in it. */
@Singleton
public class SendOnByRule {
    private final TenantWork work;
    private final Agents agents;
    private final Sites sites;
    private final ForwardRules rules;
    private final RequestUpload request;

    @Inject
    public SendOnByRule(TenantWork work, Agents agents, Sites sites, ForwardRules rules, RequestUpload request) {
        this.work = work;
        this.agents = agents;
        this.sites = sites;
        this.rules = rules;
        this.request = request;
    }

    /** Within the transaction in which both are known. */
    public void kept(TenantId tenant, EdgeCopy copy, Recording recording) {
        Optional<Site> site =
                agents.vault(tenant, copy.vault()).map(Agent::site).flatMap(id -> sites.find(tenant, id));
        boolean sends = site.flatMap(at -> rules.of(tenant, at.id())
                        .filter(rule -> rule.sends(
                                recording.camera(), recording.startedAt(), at.zone(), seen(tenant, rule, recording))))
                .isPresent();
        if (sends) {
            request.byVaultRule(tenant, copy, recording);
        }
    }

    private Set<Label> seen(TenantId tenant, ForwardRule rule, Recording recording) {
        return rule.labels().isEmpty()
                ? Set.of()
                : work.entities(tenant)
                        .createQuery(
                                "select distinct l.label from RecordingLabel l where l.tenant = :tenant and l.recording = :id",
                                String.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", recording.id().value())
                        .getResultStream()
                        .map(Label::new)
                        .collect(Collectors.toSet());
    }
}
