-- Key pairs for what is no agent of ours and sends recordings: agents of Kerberos, and scripts.

create table vault_account (
  tenant_id      uuid not null references tenant (id),
  id             uuid not null,
  name           text not null check (length(name) between 1 and 100),
  kind           text not null check (kind in ('KERBEROS', 'SCRIPT')),
  hash           bytea check (length(hash) = 32),                        -- SHA-256 of the secret, whose 256 bits are random
  sealed         bytea check (length(sealed) between 1 and 2000),        -- of a Kerberos pair, whose secret also opens its beat
  site_id        uuid,                                                   -- where new cameras appear; null: the site is gone, none do
  provider_id    uuid,                                                   -- null: wherever the tenant keeps recordings at the time
  directory      text check (length(directory) between 1 and 100),       -- null: the agent chooses
  day_bytes      bigint check (day_bytes > 0),                           -- each limit: null is without end
  day_recordings integer check (day_recordings > 0),
  quota_bytes    bigint check (quota_bytes > 0),
  most_cameras   integer not null check (most_cameras between 0 and 1000),
  enabled        boolean not null default true,
  made_at        timestamptz not null,
  used_at        timestamptz,                                            -- to the minute
  sent_day       date not null,                                          -- of UTC; what follows was sent on it
  sent_bytes     bigint not null default 0,
  sent_recordings integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, site_id) references site (tenant_id, id) on delete set null (site_id),
  foreign key (tenant_id, provider_id) references storage_provider (tenant_id, id),
  check ((kind = 'KERBEROS') = (sealed is not null)),
  check ((kind = 'SCRIPT') = (hash is not null))
);
create index vault_account_of_site on vault_account (tenant_id, site_id);
create index vault_account_of_provider on vault_account (tenant_id, provider_id);

-- What sends under an account, by the key it names itself with. Its camera has no reference: one that was taken away does not come back by itself.
create table kerberos_device (
  tenant_id        uuid not null,
  id               uuid not null,                                        -- stands in its recordings where an agent's id does
  account_id       uuid not null,
  device_key       text not null check (length(device_key) between 1 and 100),
  camera_id        uuid not null,
  directory        text not null default '' check (length(directory) <= 100),
  version          text not null default '' check (length(version) <= 50),
  camera_connected boolean not null default true,
  heard_at         timestamptz not null,                                 -- when something of it changed, not at every beat
  made_at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, device_key),
  foreign key (tenant_id, account_id) references vault_account (tenant_id, id) on delete cascade
);
create index kerberos_device_of_camera on kerberos_device (tenant_id, camera_id);

-- One that is coming in. The recording's id is made before its first byte, so that what a crash leaves in a store is found again.
create table kerberos_upload (
  tenant_id    uuid not null,
  id           uuid not null,
  account_id   uuid not null,
  device_id    uuid not null,
  recording_id uuid not null,
  camera_id    uuid not null,
  provider_id  uuid,
  started_at   timestamptz not null,
  duration_ms  bigint not null check (duration_ms >= 0),                 -- as its sender says
  bytes        bigint check (bytes > 0),                                 -- null: its sender does not know
  expires_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references vault_account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, device_id) references kerberos_device (tenant_id, id) on delete cascade
);
create index kerberos_upload_of_account on kerberos_upload (tenant_id, account_id);
create index kerberos_upload_of_device on kerberos_upload (tenant_id, device_id);

-- What was stored, by its hash: the same bytes again are thanked for and thrown away.
create table kerberos_stored (
  tenant_id    uuid not null,
  id           uuid not null,                                            -- of the recording
  device_id    uuid not null,
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, device_id, sha256),
  foreign key (tenant_id, device_id) references kerberos_device (tenant_id, id) on delete cascade
);
create index kerberos_stored_at on kerberos_stored (tenant_id, stored_at);

do $$
declare
  name text;
begin
  foreach name in array array['vault_account', 'kerberos_device', 'kerberos_upload', 'kerberos_stored'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$
      create policy tenant on %I
        using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
        with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
      $policy$, name);
    execute format('grant select, insert, update, delete on %I to hub_app', name);
  end loop;
end
$$;
