-- Recordings that retention deleted. An agent that has lost its index tells of all that lies on its disk anew: what was deleted must not come back by it.
create table dropped_recording (
  tenant_id    uuid not null references tenant (id),
  recording_id uuid not null,
  dropped_at   timestamptz not null,
  primary key (tenant_id, recording_id)
);
create index dropped_recording_age on dropped_recording (tenant_id, dropped_at);
alter table dropped_recording enable row level security;
alter table dropped_recording force row level security;
create policy tenant on dropped_recording
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, delete on dropped_recording to hub_app;
