-- Delegation complete: to a person, a team or a role; of a camera, a group with what is within it, a site, a tag or everything;
-- from, until, and in hours of the week; passed on no further than the one who passes on may go.

alter table site
  add column address text not null default '' check (length(address) <= 200);

alter table camera
  add column badge text not null default '' check (length(badge) <= 20);

-- groups within groups of the same site
alter table camera_group
  add column parent_id uuid,
  add unique (tenant_id, site_id, id),
  add foreign key (tenant_id, site_id, parent_id) references camera_group (tenant_id, site_id, id);
create index camera_group_within on camera_group (tenant_id, parent_id);

create view group_reach with (security_invoker = true) as -- the reader's row security, not the owner's
  with recursive reach (tenant_id, above_id, group_id) as (
    select tenant_id, id, id from camera_group
    union -- not "all": a circle, should there ever be one, ends here
    select above.tenant_id, above.above_id, within.id
      from reach above join camera_group within on within.tenant_id = above.tenant_id and within.parent_id = above.group_id
  )
  select tenant_id, above_id, group_id from reach;
comment on view group_reach is 'Each group with itself and with every group within it.';
grant select on group_reach to hub_app;

create table camera_tag (
  tenant_id uuid not null,
  camera_id uuid not null,
  tag       text not null check (length(tag) between 1 and 30 and tag = lower(tag)),
  primary key (tenant_id, camera_id, tag),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id) on delete cascade
);
create index camera_of_tag on camera_tag (tenant_id, tag);

create table team (
  tenant_id  uuid not null references tenant (id),
  id         uuid not null,
  name       text not null check (length(name) between 1 and 100),
  version    integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
comment on table team is 'People who are given cameras together. No tree: a team holds people, never teams.';

create table team_member (
  tenant_id uuid not null,
  team_id   uuid not null,
  subject   text not null check (length(subject) between 1 and 100),
  primary key (tenant_id, team_id, subject),
  foreign key (tenant_id, team_id) references team (tenant_id, id) on delete cascade
);
create index team_of_subject on team_member (tenant_id, subject);

alter table access_grant
  alter column subject drop not null,
  add column team_id      uuid,
  add column role         text check (role in ('OWNER', 'ADMIN', 'EDITOR', 'VIEWER')),
  add column site_id      uuid,
  add column tag          text check (length(tag) between 1 and 30 and tag = lower(tag)),
  add column every_camera boolean not null default false,
  add column starts_at    timestamptz,                -- null: since it was given
  add column hours        integer[] check (cardinality(hours) between 2 and 200), -- see within_hours; null: at any time
  add column zone         text,                       -- of the hours
  add column passable     boolean not null default false, -- whoever holds it may pass on some of it
  add column under        uuid,                       -- the grant of which this one is a part; set once, so there is no circle
  add column line         uuid[] not null default '{}', -- the grants above it, the first one first, and itself; empty without one above
  add foreign key (tenant_id, team_id) references team (tenant_id, id) on delete cascade,
  add foreign key (tenant_id, site_id) references site (tenant_id, id),
  add foreign key (tenant_id, under) references access_grant (tenant_id, id) on delete cascade,
  add check (num_nonnulls(subject, team_id, role) = 1),
  add check ((hours is null) = (zone is null)),
  add check (zone is null or timestamptz '2000-01-01' at time zone zone is not null), -- fails for a zone this server does not know
  add check (starts_at < until),
  add check ((under is null) = (cardinality(line) = 0)),
  drop constraint access_grant_check,
  add check (num_nonnulls(camera_id, group_id, site_id, tag) + every_camera::integer = 1);
create index grant_of_team on access_grant (tenant_id, team_id) where team_id is not null;
create index grant_under on access_grant (tenant_id, under) where under is not null;

create function within_hours(hours integer[], zone text, at timestamptz) returns boolean language sql stable as $$
  select hours is null or width_bucket(
    (extract(isodow from at at time zone zone)::integer - 1) * 1440
      + extract(hour from at at time zone zone)::integer * 60 + extract(minute from at at time zone zone)::integer, hours) % 2 = 1
$$;
comment on function within_hours(integer[], text, timestamptz) is
  'Hours of the week: minutes since Monday 00:00 by the wall clock of the zone, at which it opens and closes in turn, rising.';

do $$
declare
  name text;
begin
  foreach name in array array['camera_tag', 'team', 'team_member'] loop
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
