-- Roles that a tenant makes for itself: a permission for each feature, and hours of the week in which the role counts at all.

create table custom_role (
  tenant_id   uuid not null references tenant (id),
  id          uuid not null,
  name        text not null check (length(name) between 1 and 100),
  permissions text[] not null check (permissions <@ array['LIVE', 'REPLAY', 'REQUEST_UPLOAD', 'EVERY_CAMERA', 'ARRANGE', 'PAIR', 'DELEGATE',
                                                          'APPOINT', 'AUDIT']),
  hours       integer[] check (cardinality(hours) between 2 and 200), -- see within_hours; null: at any time
  zone        text,                                                   -- of the hours
  version     integer not null default 0,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name),
  check ((hours is null) = (zone is null)),
  check (zone is null or timestamptz '2000-01-01' at time zone zone is not null) -- fails for a zone this server does not know
);
comment on column custom_role.permissions is 'OWN is in none of them: a tenant has owners, and they are not made otherwise.';

alter table member
  add column custom_role uuid,                        -- with role CUSTOM
  add foreign key (tenant_id, custom_role) references custom_role (tenant_id, id),
  drop constraint member_role_check,
  add check (role in ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER', 'CUSTOM')),
  add check ((role = 'CUSTOM') = (custom_role is not null));
create index member_of_custom_role on member (tenant_id, custom_role) where custom_role is not null;

alter table access_grant
  add column custom_role uuid,                        -- instead of role
  add foreign key (tenant_id, custom_role) references custom_role (tenant_id, id) on delete cascade,
  drop constraint access_grant_one_holder,
  add constraint access_grant_one_holder check (num_nonnulls(subject, team_id, role, custom_role, invitation_id) = 1);
create index grant_of_custom_role on access_grant (tenant_id, custom_role) where custom_role is not null;

alter table custom_role enable row level security;
alter table custom_role force row level security;
create policy tenant on custom_role
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on custom_role to hub_app;
