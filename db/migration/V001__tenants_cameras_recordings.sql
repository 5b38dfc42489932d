-- The hub's first schema.
--
-- Who runs what: this file is run by the role that owns the database (hub_owner). The hub itself works as hub_app, which owns
-- nothing, creates nothing and does not bypass row security. Both roles exist before the first migration.
--
-- The third lock on tenants: every table with a tenant_id has row security, FORCED, so that it binds the owner too. The tenant of a
-- transaction is the setting vedette.tenant, set for that transaction only. Unset reads as null or (on a connection that had it set
-- before) as '': both see nothing. The sub-select makes PostgreSQL read the setting once for a statement, not once for a row.

create table tenant (
  id         uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'), -- alias of the organisation; part of addresses
  name       text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now()
);
comment on table tenant is 'No row security: it holds no tenant''s data, and whatever works for all tenants loops over it.';

create table member (
  tenant_id  uuid not null references tenant (id),
  subject    text not null check (length(subject) between 1 and 100), -- "sub" of the identity provider; people live there
  role       text not null check (role in ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, subject)
);
comment on table member is 'Roles. A member of the organisation without a row here is a viewer without grants.';

create table site (
  tenant_id  uuid not null references tenant (id),
  id         uuid not null,
  name       text not null check (length(name) between 1 and 100),
  time_zone  text not null default 'UTC' check (length(time_zone) between 1 and 60), -- IANA name; the day of a recording is a day here
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table camera_group (
  tenant_id  uuid not null,
  id         uuid not null,
  site_id    uuid not null,
  name       text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id)
);

create table camera (
  tenant_id  uuid not null,
  id         uuid not null,
  site_id    uuid not null,
  group_id   uuid,
  name       text not null check (length(name) between 1 and 100),
  version    integer not null default 0, -- for If-Match
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id),
  foreign key (tenant_id, group_id) references camera_group (tenant_id, id)
);
create index camera_of_group on camera (tenant_id, group_id);

create table agent (
  tenant_id       uuid not null,
  id              uuid not null,
  camera_id       uuid not null,
  public_key      bytea not null check (length(public_key) between 32 and 200), -- Ed25519, SubjectPublicKeyInfo
  version         text not null check (length(version) <= 50),
  host            text not null check (length(host) <= 100),
  paired_at       timestamptz not null,
  revoked_at      timestamptz,
  epoch           bigint not null default 0,       -- grows with each connection; a write with a smaller one matches no row
  last_seen       timestamptz,                     -- written when presence changes, never per heartbeat
  camera_state    text not null default 'CONNECTING' check (camera_state in ('CONNECTING', 'STREAMING', 'LOST')),
  last_event_seq  bigint not null default 0,       -- events up to here are stored: the guard against storing one twice
  primary key (tenant_id, id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id)
);
create unique index agent_in_front_of_camera on agent (tenant_id, camera_id) where revoked_at is null;

create table pairing_token (
  tenant_id  uuid not null,
  id         uuid not null,
  camera_id  uuid not null,
  hash       bytea not null check (length(hash) = 32), -- SHA-256 of the secret's 16 bytes
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  agent_id   uuid,                                 -- set once, by the one conditional update that redeems it
  public_key bytea,                                -- the key it was redeemed with: the same key may ask again
  primary key (tenant_id, id),
  unique (tenant_id, hash),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id),
  check ((agent_id is null) = (public_key is null))
);

-- A delegation: this account may do these things with this camera or with the cameras of this group, until then.
create table access_grant (
  tenant_id  uuid not null,
  id         uuid not null,
  subject    text not null check (length(subject) between 1 and 100),
  camera_id  uuid,
  group_id   uuid,
  actions    text[] not null check (cardinality(actions) > 0 and actions <@ array['LIVE', 'REPLAY', 'REQUEST_UPLOAD']),
  until      timestamptz,                          -- null: until it is taken back
  reason     text not null default '' check (length(reason) <= 200),
  given_by   text not null,
  given_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id),
  foreign key (tenant_id, group_id) references camera_group (tenant_id, id),
  check (num_nonnulls(camera_id, group_id) = 1)
);
create index grant_of_subject on access_grant (tenant_id, subject);

-- Partitioned by month from the start: to add that later is the expensive part. The key is the timeline's index.
create table recording (
  tenant_id   uuid not null,
  camera_id   uuid not null,
  started_at  timestamptz not null,                -- the agent's label corrected by the measured offset, frozen at first delivery
  id          uuid not null,
  agent_id    uuid not null,
  duration_ms bigint not null check (duration_ms >= 0),
  bytes       bigint not null check (bytes > 0),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  mime        text not null check (length(mime) <= 200),
  width       integer not null check (width > 0),
  height      integer not null check (height > 0),
  cut         boolean not null,                    -- ended by a crash at the edge, after its last whole fragment
  place       text not null check (place in ('EDGE', 'VAULT', 'GONE')),
  thumbnail   boolean not null default false,
  received_at timestamptz not null,
  primary key (tenant_id, camera_id, started_at, id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id)
) partition by range (started_at);
create table recording_default partition of recording default;
create index recording_by_id on recording (tenant_id, id);

create table event (
  tenant_id   uuid not null,
  camera_id   uuid not null,
  started_at  timestamptz not null,
  id          uuid not null,
  agent_id    uuid not null,
  seq         bigint not null,
  kind        text not null check (length(kind) <= 50),
  detail      text not null default '' check (length(detail) <= 1000),
  received_at timestamptz not null,
  primary key (tenant_id, camera_id, started_at, id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id)
) partition by range (started_at);
create table event_default partition of event default;

-- One transfer of one recording from the edge into the vault; INDEXED is a recording without a row here.
create table upload (
  tenant_id            uuid not null,
  id                   uuid not null,
  camera_id            uuid not null,
  recording_id         uuid not null,
  recording_started_at timestamptz not null,
  agent_id             uuid not null,
  requested_by         text,                       -- null: by the agent's own rule, nobody waits for it
  requested_at         timestamptz not null,
  state                text not null check (state in ('REQUESTED', 'UPLOADING', 'VERIFYING', 'STORED', 'FAILED', 'CANCELLED', 'GONE')),
  received_bytes       bigint not null default 0 check (received_bytes >= 0),
  bytes                bigint not null check (bytes > 0),
  failure              text check (length(failure) <= 500),
  changed_at           timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id)
);
create unique index upload_under_way on upload (tenant_id, recording_id) where state in ('REQUESTED', 'UPLOADING', 'VERIFYING');
create index upload_of_recording on upload (tenant_id, recording_id, requested_at);
create index upload_of_agent on upload (tenant_id, agent_id, state);

-- The third lock, on every table that has a tenant_id.
do $$
declare
  name text;
begin
  foreach name in array array['member', 'site', 'camera_group', 'camera', 'agent', 'pairing_token', 'access_grant', 'recording', 'event', 'upload'] loop
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
grant select on tenant to hub_app;

-- Makes the monthly partitions of recording and event from the month of "first" on. Called by the owner's upkeep job.
create function make_partitions(first date, months integer) returns void language plpgsql as $$
declare
  month date := date_trunc('month', first)::date;
  parent text;
begin
  for i in 1 .. months loop
    foreach parent in array array['recording', 'event'] loop
      begin
        execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
          parent || '_' || to_char(month, 'YYYY_MM'), parent, month || ' 00:00+00', (month + interval '1 month')::date || ' 00:00+00');
      exception when check_violation then
        -- a clock that ran ahead has put rows of this month into the default partition; they stay there and are found there
        raise warning '% already has rows of % in its default partition', parent, month;
      end;
    end loop;
    month := (month + interval '1 month')::date;
  end loop;
end
$$;
revoke execute on function make_partitions(date, integer) from public;
