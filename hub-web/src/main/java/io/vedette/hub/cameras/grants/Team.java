package io.vedette.hub.cameras.grants;

import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** People who are given cameras together. A team holds people, never teams: there is no circle to look for. */
@Entity
@Table(name = "team")
public class Team extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false)
    private String name = "";

    @Version
    private int version;

    protected Team() {}

    Team(TeamId id, Name name) {
        this.id = id.value();
        this.name = name.value();
    }

    public TeamId id() {
        return new TeamId(id);
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    void rename(Name name) {
        this.name = name.value();
    }
}
