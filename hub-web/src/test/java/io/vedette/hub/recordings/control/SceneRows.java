package io.vedette.hub.recordings.control;

import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Invitation;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Member;
import io.vedette.hub.access.Seat;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.HubKey;
import io.vedette.hub.agents.PairingTokenRow;
import io.vedette.hub.analysis.entity.AnalysisRun;
import io.vedette.hub.analysis.entity.DetectionRow;
import io.vedette.hub.analysis.entity.MarkerRow;
import io.vedette.hub.analysis.entity.RecordingLabel;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.CameraTag;
import io.vedette.hub.cameras.GroupReach;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamMember;
import io.vedette.hub.edgevaults.ForwardRuleRow;
import io.vedette.hub.integrations.CameraSequence;
import io.vedette.hub.integrations.DeadLetter;
import io.vedette.hub.integrations.Integration;
import io.vedette.hub.integrations.Lane;
import io.vedette.hub.integrations.OutboxEvent;
import io.vedette.hub.kerberos.KerberosDevice;
import io.vedette.hub.kerberos.KerberosUpload;
import io.vedette.hub.kerberos.StoredFilm;
import io.vedette.hub.livestream.LiveUse;
import io.vedette.hub.platform.seal.TenantKey;
import io.vedette.hub.reconcile.Finding;
import io.vedette.hub.reconcile.ReconcileRun;
import io.vedette.hub.recordings.entity.AskedSpan;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.CameraEvent;
import io.vedette.hub.recordings.entity.DroppedRecording;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingTotal;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.retention.RetentionRule;
import io.vedette.hub.retention.RetentionRun;
import io.vedette.hub.tenancy.Quota;
import io.vedette.hub.tenancy.Tenant;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.accounts.VaultAccount;
import java.util.List;

/** What a {@link Scene} has in its database. */
final class SceneRows {
    static final List<Class<?>> ALL = List.of(
            Tenant.class,
            Member.class,
            CustomRole.class,
            Site.class,
            CameraGroup.class,
            Camera.class,
            CameraTag.class,
            KeptOut.class,
            Seat.class,
            Invitation.class,
            LiveUse.class,
            Quota.class,
            GroupReach.class,
            AccessGrant.class,
            Team.class,
            TeamMember.class,
            Agent.class,
            PairingTokenRow.class,
            HubKey.class,
            Recording.class,
            DroppedRecording.class,
            RecordingMove.class,
            RecordingTotal.class,
            Beginning.class,
            Upload.class,
            EdgeCopy.class,
            ForwardRuleRow.class,
            AskedSpan.class,
            CameraEvent.class,
            TenantKey.class,
            StorageProvider.class,
            VaultAccount.class,
            KerberosDevice.class,
            KerberosUpload.class,
            StoredFilm.class,
            CameraSequence.class,
            OutboxEvent.class,
            Integration.class,
            Lane.class,
            DeadLetter.class,
            ReconcileRun.class,
            Finding.class,
            AnalysisRun.class,
            DetectionRow.class,
            MarkerRow.class,
            RecordingLabel.class,
            RetentionRule.class,
            RetentionRun.class);

    private SceneRows() {}
}
