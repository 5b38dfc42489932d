-- What programs saw in recordings: the runs of their engines, what each found, and for search the labels of a recording. Partitioned as recordings are,
-- and keyed like them: what is asked of a camera and a time is asked of one partition.

create table analysis_run (
  tenant_id      uuid not null,
  camera_id      uuid not null,
  started_at     timestamptz not null,                -- of the recording
  recording_id   uuid not null,
  run_id         text not null check (run_id ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$'), -- the engine's; kept when replaced, so that a late repetition changes nothing
  engine         text not null check (length(engine) between 1 and 64),
  engine_version text not null check (length(engine_version) between 1 and 64),
  fingerprint    text not null check (fingerprint ~ '^[0-9a-f]{64}$'), -- SHA-256 of what it said
  detections     integer not null check (detections between 0 and 2000),
  markers        integer not null check (markers between 0 and 200),
  posted_at      timestamptz not null,
  posted_by      text not null check (length(posted_by) between 1 and 255),
  replaced_at    timestamptz,                         -- by a later run of the same engine, which took what this one found
  primary key (tenant_id, camera_id, started_at, recording_id, run_id)
) partition by range (started_at);
create table analysis_run_default partition of analysis_run default;

create table detection (
  tenant_id    uuid not null,
  camera_id    uuid not null,
  started_at   timestamptz not null,
  recording_id uuid not null,
  run_id       text not null,
  number       integer not null check (number between 0 and 1999),
  label        text not null check (length(label) <= 64 and label ~ '^[a-z0-9]+([ _-][a-z0-9]+)*$'),
  confidence   double precision not null check (confidence between 0 and 1),
  from_ms      bigint not null check (from_ms >= 0),
  to_ms        bigint not null check (to_ms >= from_ms),
  box_at_ms    bigint check (box_at_ms between from_ms and to_ms),
  box_x        double precision check (box_x between 0 and 1),          -- shares of the picture, from its upper left
  box_y        double precision check (box_y between 0 and 1),
  box_width    double precision check (box_width > 0 and box_x + box_width <= 1.000001),
  box_height   double precision check (box_height > 0 and box_y + box_height <= 1.000001),
  check (num_nulls(box_at_ms, box_x, box_y, box_width, box_height) in (0, 5)),
  primary key (tenant_id, camera_id, started_at, recording_id, run_id, number)
) partition by range (started_at);
create table detection_default partition of detection default;

create table marker (
  tenant_id    uuid not null,
  camera_id    uuid not null,
  started_at   timestamptz not null,
  recording_id uuid not null,
  run_id       text not null,
  number       integer not null check (number between 0 and 199),
  name         text not null check (length(name) <= 64 and name ~ '^[a-z0-9]+([ _-][a-z0-9]+)*$'),
  value        text not null check (length(value) <= 200),
  confidence   double precision not null check (confidence between 0 and 1),
  from_ms      bigint not null check (from_ms >= 0),
  to_ms        bigint not null check (to_ms >= from_ms),
  labels       text[] not null check (cardinality(labels) <= 10),
  primary key (tenant_id, camera_id, started_at, recording_id, run_id, number)
) partition by range (started_at);
create table marker_default partition of marker default;

create table recording_label (
  tenant_id    uuid not null,
  camera_id    uuid not null,
  started_at   timestamptz not null,
  recording_id uuid not null,
  engine       text not null check (length(engine) between 1 and 64),
  label        text not null check (length(label) <= 64 and label ~ '^[a-z0-9]+([ _-][a-z0-9]+)*$'),
  confidence   double precision not null check (confidence between 0 and 1), -- the best
  primary key (tenant_id, camera_id, started_at, recording_id, engine, label)
) partition by range (started_at);
create table recording_label_default partition of recording_label default;
create index recording_label_by_label on recording_label (tenant_id, label, started_at);

do $$
declare
  name text;
begin
  foreach name in array array['analysis_run', 'detection', 'marker', 'recording_label'] loop
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

-- As before, with the new ones.
create or replace function make_partitions(first date, months integer) returns void language plpgsql as $$
declare
  month date := date_trunc('month', first)::date;
  parent text;
begin
  for i in 1 .. months loop
    foreach parent in array array['recording', 'event', 'analysis_run', 'detection', 'marker', 'recording_label'] loop
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

-- Roles of a tenant's own may hold the new permission. Which there are is known to the hub, as it is for tokens.
alter table custom_role
  drop constraint custom_role_permissions_check,
  add constraint custom_role_permissions_check check (cardinality(permissions) <= 50 and not permissions @> array['OWN']);
