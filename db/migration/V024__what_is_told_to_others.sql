-- What is told to brokers and webhooks that an owner named. An event is written in the transaction that stores its recording; a place in each camera's
-- row says how far each of them has come, so nothing is skipped, and what was told can be told again.

-- The last sequence of each camera. Locked while an event is added: events of a camera become visible in their order.
create table camera_sequence (
  tenant_id uuid not null references tenant (id),
  camera_id uuid not null,
  last      bigint not null check (last >= 0),
  primary key (tenant_id, camera_id)
);

create table outbox_event (
  tenant_id uuid not null references tenant (id),
  camera_id uuid not null,
  sequence  bigint not null check (sequence > 0),
  body      bytea not null check (length(body) between 1 and 16384), -- the CloudEvent as it is sent
  made_at   timestamptz not null,
  primary key (tenant_id, camera_id, sequence)
);
create index outbox_event_age on outbox_event (tenant_id, made_at);

create table integration (
  tenant_id   uuid not null references tenant (id),
  id          uuid not null,
  name        text not null check (length(name) between 1 and 100),
  kind        text not null check (kind in ('KAFKA', 'SQS', 'RABBIT', 'WEBHOOK')),
  leads_to    text not null check (length(leads_to) <= 500),          -- for people, without secrets
  settings    bytea not null check (length(settings) between 1 and 10000), -- sealed
  enabled     boolean not null,
  tries       integer not null default 0,                             -- in a row without success
  rests_until timestamptz not null,
  trouble     text check (trouble in ('REFUSED', 'ABSENT', 'THROTTLED', 'BROKEN')),
  said        text check (length(said) <= 500),
  made_at     timestamptz not null,
  version     integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- How far an integration has come with a camera: whoever tells holds this row, so each camera's order is kept whoever else is at it.
create table lane (
  tenant_id      uuid not null,
  integration_id uuid not null,
  camera_id      uuid not null,
  next           bigint not null check (next > 0),
  primary key (tenant_id, integration_id, camera_id),
  foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade
);

-- What an integration will never take; the lane has gone on.
create table dead_letter (
  tenant_id      uuid not null,
  integration_id uuid not null,
  camera_id      uuid not null,
  sequence       bigint not null,
  kind           text not null check (kind in ('TOO_LARGE', 'UNFIT')),
  said           text not null check (length(said) <= 500),
  died_at        timestamptz not null,
  primary key (tenant_id, integration_id, camera_id, sequence),
  foreign key (tenant_id, integration_id) references integration (tenant_id, id) on delete cascade,
  foreign key (tenant_id, camera_id, sequence) references outbox_event (tenant_id, camera_id, sequence) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['camera_sequence', 'outbox_event', 'integration', 'lane', 'dead_letter'] loop
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
