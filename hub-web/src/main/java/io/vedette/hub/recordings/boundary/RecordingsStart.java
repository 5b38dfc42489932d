package io.vedette.hub.recordings.boundary;

import io.vedette.hub.agents.AgentNews;
import io.vedette.hub.agents.VaultNews;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.recordings.control.CancelRevoked;
import io.vedette.hub.recordings.control.ChangeSender;
import io.vedette.hub.recordings.control.EndLate;
import io.vedette.hub.recordings.control.EndUploads;
import io.vedette.hub.recordings.control.EndVault;
import io.vedette.hub.recordings.control.GrantThumbnails;
import io.vedette.hub.recordings.control.GrantUploads;
import io.vedette.hub.recordings.control.HearAgents;
import io.vedette.hub.recordings.control.HearBeginning;
import io.vedette.hub.recordings.control.HearUploadState;
import io.vedette.hub.recordings.control.HearVaults;
import io.vedette.hub.recordings.control.KeepBeginnings;
import io.vedette.hub.recordings.control.SweepBuried;
import io.vedette.hub.recordings.control.UploadUpkeep;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins to listen to the agents, and keeps uploads going. */
@Startup
@Singleton
@DependsOn("Start")
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class RecordingsStart {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingsStart.class);

    @Inject
    private AgentNews news;

    @Inject
    private HearAgents hearAgents;

    @Inject
    private HearUploadState hearUploadState;

    @Inject
    private HearBeginning hearBeginning;

    @Inject
    private KeepBeginnings keepBeginnings;

    @Inject
    private GrantUploads uploads;

    @Inject
    private GrantThumbnails thumbnails;

    @Inject
    private EndUploads endUploads;

    @Inject
    private EndLate late;

    @Inject
    private UploadUpkeep upkeep;

    @Inject
    private CancelRevoked revoked;

    @Inject
    private SweepBuried sweeping;

    @Inject
    private AccessNews access;

    @Inject
    private VaultNews vaultNews;

    @Inject
    private HearVaults hearVaults;

    @Inject
    private ChangeSender senders;

    @Inject
    private EndVault endVault;

    @PostConstruct
    void listen() {
        // first of all: an event that nobody hears would count as stored
        news.onEvent(hearAgents::event);
        news.onMessage(hearUploadState::message);
        news.onMessage(hearBeginning::message);
        vaultNews.onEvent(hearVaults::event);
        vaultNews.onMessage(hearVaults::message);
        vaultNews.onRevoked(endVault::of);
        news.onOnline(senders::run); // before it is told what it is to send
        vaultNews.onOnline(senders::run);
        vaultNews.onOnline(uploads::grantAll);
        news.onOnline(uploads::grantAll);
        news.onOnline(thumbnails::grantMissing);
        revoked.listen(access);
        news.onRevoked(endUploads::of);
        upkeep();
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void everyMinute() {
        upkeep();
    }

    private void upkeep() {
        try {
            keepBeginnings.run();
            late.run();
            upkeep.run();
            senders.run();
            uploads.renew();
            sweeping.run();
        } catch (RuntimeException e) {
            // the container would end the timer; the next minute tries again
            LOG.error("uploads could not be looked after", e);
        }
    }
}
