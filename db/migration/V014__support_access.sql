-- Whoever runs the hub comes into a tenant only while one of its owners lets them: for a time, for a reason, to look or to mend.

create table support_access (
  tenant_id uuid not null references tenant (id),
  id        uuid not null,
  level     text not null check (level in ('LOOK', 'MEND')),
  reason    text not null check (length(reason) between 1 and 200),
  given_by  text not null check (length(given_by) between 1 and 100),
  given_at  timestamptz not null,
  until     timestamptz not null,
  ended_at  timestamptz,                              -- taken back, or found to be over; until then it counts while "until" lies ahead
  used_by   text check (length(used_by) between 1 and 100), -- who came last
  used_at   timestamptz,                              -- when a visit of theirs was last noted
  primary key (tenant_id, id),
  check (until > given_at and until <= given_at + interval '7 days')
);
create unique index support_open on support_access (tenant_id) where ended_at is null;
comment on table support_access is 'No open row: an operator finds nothing in the tenant.';

alter table support_access enable row level security;
alter table support_access force row level security;
create policy tenant on support_access
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on support_access to hub_app;
