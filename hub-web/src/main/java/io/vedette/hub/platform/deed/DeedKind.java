package io.vedette.hub.platform.deed;

import java.util.Arrays;
import java.util.Optional;

/** What can be done that is kept. Once one is written its word stays: old rows are read with it. */
public enum DeedKind {
    LOGIN("login"),
    ROLE_GIVEN("role.given"),
    ROLE_MADE("role.made"),
    ROLE_CHANGED("role.changed"),
    ROLE_REMOVED("role.removed"),
    MEMBER_INVITED("member.invited"),
    INVITATION_TAKEN_BACK("invitation.taken-back"),
    MEMBER_JOINED("member.joined"),
    MEMBER_SUSPENDED("member.suspended"),
    MEMBER_LET_IN("member.let-in"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_LEFT("member.left"),
    TOKEN_MADE("token.made"),
    TOKEN_TAKEN_BACK("token.taken-back"),
    GRANT_GIVEN("grant.given"),
    GRANT_CHANGED("grant.changed"),
    GRANT_TAKEN_BACK("grant.taken-back"),
    TEAM_ADDED("team.added"),
    TEAM_CHANGED("team.changed"),
    TEAM_REMOVED("team.removed"),
    TEAM_JOINED("team.joined"),
    TEAM_LEFT("team.left"),
    LIVE_STARTED("live.started"),
    LIVE_ENDED("live.ended"),
    REPLAYED("replayed"),
    UPLOAD_REQUESTED("upload.requested"),
    UPLOAD_CANCELLED("upload.cancelled"),
    RECORDING_ORDERED("recording.ordered"),
    RECORDING_ORDER_ENDED("recording.order-ended"),
    SITE_ADDED("site.added"),
    SITE_CHANGED("site.changed"),
    SITE_REMOVED("site.removed"),
    GROUP_ADDED("group.added"),
    GROUP_CHANGED("group.changed"),
    GROUP_REMOVED("group.removed"),
    QUOTA_SET("quota.set"),
    SUPPORT_GIVEN("support.given"),
    SUPPORT_TAKEN_BACK("support.taken-back"),
    SUPPORT_VISITED("support.visited"),
    SUPPORT_ENDED("support.ended"),
    CAMERA_ADDED("camera.added"),
    CAMERA_CHANGED("camera.changed"),
    CAMERA_REMOVED("camera.removed"),
    TAG_REMOVED("tag.removed"),
    PAIRING_TOKEN_MADE("pairing-token.made"),
    AGENT_PAIRED("agent.paired"),
    AGENT_REVOKED("agent.revoked"),
    AGENT_CONFIRMED("agent.confirmed"),
    AGENT_ACCEPTED("agent.accepted"),
    AGENT_KEY_ASKED("agent.key-asked"),
    AGENT_KEY_RENEWED("agent.key-renewed"),
    STORAGE_ADDED("storage.added"),
    STORAGE_CHANGED("storage.changed"),
    STORAGE_REMOVED("storage.removed"),
    STORAGE_MAIN("storage.main"),
    INTEGRATION_ADDED("integration.added"),
    INTEGRATION_CHANGED("integration.changed"),
    INTEGRATION_REMOVED("integration.removed"),
    INTEGRATION_REPLAYED("integration.replayed"),
    VAULT_ACCOUNT_MADE("vault-account.made"),
    VAULT_ACCOUNT_CHANGED("vault-account.changed"),
    VAULT_ACCOUNT_REMOVED("vault-account.removed"),
    RECONCILE_BEGUN("reconcile.begun"),
    RECONCILE_CANCELLED("reconcile.cancelled"),
    RECORDING_HELD("recording.held"),
    RECORDING_RELEASED("recording.released"),
    RECORDING_DELETED("recording.deleted"),
    RECORDING_MOVED("recording.moved"),
    RETENTION_SET("retention.set"),
    RETENTION_REMOVED("retention.removed"),
    EDGE_VAULT_RULE_SET("edge-vault.rule-set"),
    /** The log itself was taken out as a file. */
    AUDIT_EXPORTED("audit.exported");

    private final String word;

    DeedKind(String word) {
        this.word = word;
    }

    /** As it stands in rows, addresses and documents. */
    public String word() {
        return word;
    }

    public static Optional<DeedKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
