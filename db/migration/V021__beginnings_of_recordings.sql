-- A recording that comes in while it is being made: who sends it, and since when. Its bytes lie in the intake under the upload's id. When
-- the agent reports the end, the row goes and an upload of the same id takes its place; when no more comes, what came becomes a recording
-- of its own, which goes again once the vault has the whole of it.
create table beginning (
  tenant_id    uuid not null,
  upload_id    uuid not null,
  camera_id    uuid not null,
  agent_id     uuid not null,
  recording_id uuid not null,
  started_at   timestamptz not null,   -- by the hub's clock
  noticed_at   timestamptz not null,
  primary key (tenant_id, upload_id),
  unique (tenant_id, recording_id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id) on delete cascade
);
alter table beginning enable row level security;
alter table beginning force row level security;
create policy tenant on beginning
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, delete on beginning to hub_app;

alter table recording add column cut_of uuid;  -- the recording of which this is the beginning, kept because no more of it came
create index recording_cut_of on recording (tenant_id, cut_of) where cut_of is not null;
