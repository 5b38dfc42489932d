package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rule of a site's vault as it is kept. */
@Entity
@Table(name = "edge_vault_rule")
public class ForwardRuleRow extends TenantOwned {
    private static final int MINUTES = 60;

    @Id
    @Column(name = "site_id")
    private UUID site = new UUID(0, 0);

    @Column(nullable = false)
    private UUID[] cameras = {};

    @Column(nullable = false)
    private String[] labels = {};

    @Column(name = "from_minute")
    private @Nullable Short from;

    @Column(name = "to_minute")
    private @Nullable Short to;

    protected ForwardRuleRow() {}

    ForwardRuleRow(SiteId site) {
        this.site = site.value();
    }

    void become(ForwardRule rule) {
        this.cameras = rule.cameras().stream().map(CameraId::value).sorted().toArray(UUID[]::new);
        this.labels = rule.labels().stream().map(Label::value).sorted().toArray(String[]::new);
        this.from = rule.hours().map(hours -> minute(hours.from())).orElse(null);
        this.to = rule.hours().map(hours -> minute(hours.to())).orElse(null);
    }

    ForwardRule rule() {
        return new ForwardRule(
                Arrays.stream(cameras).map(CameraId::new).collect(Collectors.toSet()),
                Arrays.stream(labels).map(Label::new).collect(Collectors.toSet()),
                from == null || to == null ? Optional.empty() : Optional.of(new DayHours(time(from), time(to))));
    }

    private static short minute(LocalTime time) {
        return (short) (time.getHour() * MINUTES + time.getMinute());
    }

    private static LocalTime time(short minute) {
        return LocalTime.of(minute / MINUTES, minute % MINUTES);
    }
}
