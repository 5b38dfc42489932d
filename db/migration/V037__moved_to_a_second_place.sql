-- What is old moves to another place that an owner brought, when a rule says so. The row of the recording says where its bytes are; a row here says that there is,
-- or may be, a second copy, and where. It stays until there is one copy again, whatever becomes of the recording or of its camera meanwhile.
alter table retention_rule
  add column archive_id   uuid,
  add column archive_days integer check (archive_days between 1 and 3650),  -- after so many it moves
  add constraint retention_rule_archive check (num_nulls(archive_id, archive_days) in (0, 2)),
  add foreign key (tenant_id, archive_id) references storage_provider (tenant_id, id),
  drop constraint retention_rule_says,
  add constraint retention_rule_says check (
    endless or days is not null or bytes is not null or unseen_days is not null or cardinality(labels) > 0 or archive_id is not null);
-- what is to move lies anywhere but at one place, the oldest first
create index recording_to_move on recording (tenant_id, provider_id, started_at) where place = 'VAULT';
create index retention_rule_archive_id on retention_rule (tenant_id, archive_id) where archive_id is not null;

create table recording_move (
  tenant_id    uuid not null references tenant (id),
  recording_id uuid not null,
  camera_id    uuid not null,
  started_at   timestamptz not null,
  bytes        bigint not null,
  source_id    uuid,                       -- null: the hub's own folder
  target_id    uuid not null,
  begun_at     timestamptz not null,
  moved_at     timestamptz,                -- since then the recording is at the second place; the first copy goes a little later
  again_at     timestamptz not null,       -- not to be looked at before
  blames       text check (blames in ('SOURCE', 'TARGET', 'OBJECT')),
  said         text check (length(said) <= 500),
  primary key (tenant_id, recording_id),
  foreign key (tenant_id, source_id) references storage_provider (tenant_id, id),
  foreign key (tenant_id, target_id) references storage_provider (tenant_id, id),
  check ((blames is null) = (said is null))
);
create index recording_move_from on recording_move (tenant_id, source_id) where source_id is not null;
create index recording_move_to on recording_move (tenant_id, target_id);
alter table recording_move enable row level security;
alter table recording_move force row level security;
create policy tenant on recording_move
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on recording_move to hub_app;
