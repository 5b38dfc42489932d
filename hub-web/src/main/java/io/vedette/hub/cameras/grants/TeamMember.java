package io.vedette.hub.cameras.grants;

import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That somebody is in a team. */
@Entity
@Table(name = "team_member")
@IdClass(TeamMember.Key.class)
public class TeamMember extends TenantOwned {
    @Id
    @Column(name = "team_id")
    private UUID team = new UUID(0, 0);

    @Id
    private String subject = "";

    /** Within one tenant's session these two are enough. */
    public record Key(UUID team, String subject) implements Serializable {}

    protected TeamMember() {}

    TeamMember(TeamId team, Subject subject) {
        this.team = team.value();
        this.subject = subject.value();
    }

    public TeamId team() {
        return new TeamId(team);
    }

    public Subject subject() {
        return new Subject(subject);
    }
}
