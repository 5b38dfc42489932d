-- Which upload goes before which, until when it is of use, and what was asked for by a time over several cameras at once.

create table asked_span (
  tenant_id    uuid not null references tenant (id),
  id           uuid not null,
  requested_by text not null check (length(requested_by) between 1 and 255),
  request_id   uuid not null,                -- the asker's own: to ask again with it is to ask once
  content      text not null check (length(content) = 64), -- SHA-256 of what was asked with it
  requested_at timestamptz not null,
  from_at      timestamptz not null,
  to_at        timestamptz not null check (to_at > from_at),
  priority     smallint not null check (priority between 0 and 3),
  deadline     timestamptz,
  cameras      integer not null check (cameras > 0),  -- that could be asked
  denied       integer not null check (denied >= 0),  -- cameras that are seen, and whose recordings may not be asked for
  empty        integer not null check (empty >= 0),   -- cameras without a recording in that time
  asked        integer not null check (asked >= 0),   -- recordings, as those that follow
  here         integer not null check (here >= 0),
  under_way    integer not null check (under_way >= 0),
  lost         integer not null check (lost >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, requested_by, request_id)
);
alter table asked_span enable row level security;
alter table asked_span force row level security;
create policy tenant on asked_span
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, delete on asked_span to hub_app;

-- 0 urgent, 1 wanted, 2 by the agent's rule, 3 back-fill: it is sorted by. Filled by a change of type, which row security does not hinder.
alter table upload
  add column priority smallint,
  add column deadline timestamptz,
  add column span_id uuid,
  add foreign key (tenant_id, span_id) references asked_span (tenant_id, id) deferrable initially deferred; -- which is written when they are counted
alter table upload alter column priority type smallint using case when requested_by is null then 2 else 1 end;
alter table upload
  alter column priority set not null,
  alter column priority set default 2,
  add check (priority between 0 and 3);
create index upload_with_deadline on upload (tenant_id, deadline) where deadline is not null and state in ('REQUESTED', 'UPLOADING');
create index upload_of_span on upload (tenant_id, span_id) where span_id is not null;
