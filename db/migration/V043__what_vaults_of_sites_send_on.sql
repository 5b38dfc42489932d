-- What the vault of a site sends on by itself. Nothing without a row. Of the site and not of the box, so that it stays when the box is swapped.
create table edge_vault_rule (
  tenant_id   uuid not null,
  site_id     uuid not null,
  cameras     uuid[] not null default '{}' check (cardinality(cameras) <= 500), -- empty: all
  labels      text[] not null default '{}' check (cardinality(labels) <= 50),   -- one of them was seen; empty: whatever was seen
  from_minute smallint check (from_minute between 0 and 1439),                  -- of the day, by the site's clock; null: at any hour
  to_minute   smallint check (to_minute between 0 and 1439),                    -- before from_minute: over midnight
  primary key (tenant_id, site_id),
  foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade,
  check ((from_minute is null) = (to_minute is null)),
  check (from_minute <> to_minute)
);
alter table edge_vault_rule enable row level security;
alter table edge_vault_rule force row level security;
create policy tenant on edge_vault_rule
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on edge_vault_rule to hub_app;
