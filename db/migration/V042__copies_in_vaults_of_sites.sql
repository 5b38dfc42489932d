-- Which edge vault has a whole recording, as it tells. A row may come before that of the recording: each of the two is told by another device.
-- Whoever asks compares the hash: a copy of something else counts for nothing.
create table edge_copy (
  tenant_id    uuid not null,
  id           uuid not null,
  vault_id     uuid not null,
  recording_id uuid not null,
  camera_id    uuid not null,
  bytes        bigint not null check (bytes > 0),
  sha256       text not null check (length(sha256) = 64),
  kept_at      timestamptz not null,
  alone        boolean not null default false, -- the agent that recorded it has it no more
  primary key (tenant_id, id),
  unique (tenant_id, recording_id, vault_id),
  foreign key (tenant_id, vault_id) references agent (tenant_id, id) on delete cascade,
  foreign key (tenant_id, camera_id) references camera (tenant_id, id)
);
create index edge_copy_of_vault on edge_copy (tenant_id, vault_id) include (bytes, kept_at);
create index edge_copy_of_camera on edge_copy (tenant_id, camera_id);
alter table edge_copy enable row level security;
alter table edge_copy force row level security;
create policy tenant on edge_copy
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on edge_copy to hub_app;

-- Who sends may change while an upload is under way: the site's vault has the same bytes as the agent.
alter table upload
  add column from_vault boolean not null default false;
