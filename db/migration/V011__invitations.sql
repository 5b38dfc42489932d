-- Invitations by mail. The mail is the identity provider's; what the person finds when they come is kept here, for whoever comes as
-- a member of the organisation with this address, verified there.

create table invitation (
  tenant_id   uuid not null references tenant (id),
  id          uuid not null,
  email       text not null check (length(email) between 3 and 254 and email = lower(email)),
  role        text not null check (role in ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER')),
  invited_by  text not null check (length(invited_by) between 1 and 100),
  invited_at  timestamptz not null,
  until       timestamptz not null,
  sent_at     timestamptz,                         -- null: no mail has left
  accepted_by text check (length(accepted_by) between 1 and 100),
  accepted_at timestamptz,
  primary key (tenant_id, id),
  check (until > invited_at),
  check ((accepted_by is null) = (accepted_at is null))
);
create unique index invitation_waits on invitation (tenant_id, email) where accepted_at is null;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant on invitation
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on invitation to hub_app;

-- What an invited person is to see is a grant like any other, held by the invitation until there is a person to hold it: the rule
-- knows no such holder, so it opens nothing before.
do $$
declare
  name text;
begin
  select conname into strict name from pg_constraint
   where conrelid = 'access_grant'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%num\_nonnulls(subject, team\_id, role)%';
  execute format('alter table access_grant drop constraint %I', name);
end
$$;
alter table access_grant
  add column invitation_id uuid,
  add foreign key (tenant_id, invitation_id) references invitation (tenant_id, id) on delete cascade,
  add constraint access_grant_one_holder check (num_nonnulls(subject, team_id, role, invitation_id) = 1);
create index grant_of_invitation on access_grant (tenant_id, invitation_id) where invitation_id is not null;
