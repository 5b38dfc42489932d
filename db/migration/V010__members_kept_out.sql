-- Who is kept out of a tenant although the identity provider still counts them in: a row here holds at once, while tokens that
-- were given out before go on to name the organisation for minutes.

create table kept_out (
  tenant_id uuid not null references tenant (id),
  subject   text not null check (length(subject) between 1 and 100),
  why       text not null check (why in ('SUSPENDED', 'REMOVED', 'LEFT')), -- a suspended one keeps role and grants for later
  since     timestamptz not null,
  primary key (tenant_id, subject)
);
comment on table kept_out is 'No row: nothing keeps the person out. Never about the person''s account, nor about other tenants.';

alter table kept_out enable row level security;
alter table kept_out force row level security;
create policy tenant on kept_out
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on kept_out to hub_app;
