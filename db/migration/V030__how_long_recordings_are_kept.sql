-- How long recordings are kept, which are on hold, and how those go that are not kept.
--
-- The hold lies in the recording's own row, so that whoever marks the row as leaving looks at the hold with the row's lock in hand, in the same
-- statement. That no row is both, and that no row on hold is deleted, the database sees to besides.

alter table recording drop constraint recording_place_check;
alter table recording
  add column held_at     timestamptz,
  add column held_by     text check (length(held_by) between 1 and 100),
  add column held_name   text check (length(held_name) <= 200),  -- as whoever set it was shown then
  add column held_why    text check (length(held_why) between 1 and 200),
  add column leaving_at  timestamptz,
  add column leaving_why text check (leaving_why in ('AGE', 'ROOM', 'DISK', 'WHOLE')),
  add constraint recording_place_check check (place in ('EDGE', 'VAULT', 'GONE', 'LEAVING')),
  add constraint recording_hold check (num_nulls(held_at, held_by, held_name, held_why) in (0, 4)),
  add constraint recording_leaving check (
    (leaving_at is not null) = (place = 'LEAVING') and (leaving_why is not null) = (place = 'LEAVING')),
  add constraint recording_held_or_leaving check (held_at is null or place <> 'LEAVING');
create index recording_held on recording (tenant_id, held_at) where held_at is not null;
create index recording_leaving on recording (tenant_id, id) where place = 'LEAVING';

create function recording_on_hold() returns trigger language plpgsql set search_path from current as $$
begin
  raise exception 'recording % is on hold', old.id using errcode = 'restrict_violation';
end
$$;
revoke execute on function recording_on_hold() from public;
create trigger recording_on_hold before delete on recording for each row when (old.held_at is not null) execute function recording_on_hold();

-- What is leaving takes up room until its row goes: it counts as stored.
create or replace function count_recording(one recording, sign integer) returns void language sql set search_path from current as $$
  insert into recording_total as t
    select one.tenant_id, one.camera_id, e * sign, e * sign * one.bytes, v * sign, v * sign * one.bytes
    from (select (one.place = 'EDGE')::integer as e, (one.place in ('VAULT', 'LEAVING'))::integer as v) at
  on conflict (tenant_id, camera_id) do update set
    edge_recordings = t.edge_recordings + excluded.edge_recordings,
    edge_bytes = t.edge_bytes + excluded.edge_bytes,
    vault_recordings = t.vault_recordings + excluded.vault_recordings,
    vault_bytes = t.vault_bytes + excluded.vault_bytes
$$;

-- Of the tenant, or of a site or a camera: one each. None: nothing is ever deleted.
create table retention_rule (
  tenant_id  uuid not null references tenant (id),
  id         uuid not null,
  site_id    uuid,
  camera_id  uuid,
  days       integer check (days between 1 and 3650),
  endless    boolean not null,             -- no end in days, whatever is said further away
  bytes      bigint check (bytes > 0),     -- of all that it is set on
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade,
  foreign key (tenant_id, camera_id) references camera (tenant_id, id) on delete cascade,
  check (num_nonnulls(site_id, camera_id) <= 1),
  check (not (endless and days is not null)),
  check (endless or days is not null or bytes is not null)
);
create unique index retention_rule_scope on retention_rule
  (tenant_id, coalesce(site_id, camera_id, '00000000-0000-0000-0000-000000000000'));

create table retention_run (
  tenant_id    uuid not null references tenant (id),
  id           uuid not null,
  cause        text not null check (cause in ('NIGHT', 'DISK')),
  begun_at     timestamptz not null,
  ended_at     timestamptz,                -- null: something of it is still to go
  chosen       bigint not null default 0,  -- recordings
  chosen_bytes bigint not null default 0,
  gone         bigint not null default 0,
  gone_bytes   bigint not null default 0,
  said         text check (length(said) <= 500), -- what keeps it from going on
  primary key (tenant_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['retention_rule', 'retention_run'] loop
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
