-- The rule of grants: what those of a viewer come to at a moment, one row for each set of uses they give. Cameras that were passed on
-- are named one by one; a site, a group and a tag stand for whatever is in them or has it. Replaced as a whole whenever it changes.
-- The reader's row security holds in it.
--
-- A grant that was passed on counts for a camera that every grant above it names as well, each of them in force and allowed to be passed on, none
-- of them held by somebody whom the tenant keeps out; and for the uses that all of them share.
--
-- The plan is kept: making it takes longer than following it. Grants come first in it, few, whatever the tenant has. What is asked for nothing
-- is not gone through: hence "is not null" where the next condition would say so anyway. Cameras may be named twice.

drop function if exists granted(uuid, text, text, uuid, text[], timestamptz);
drop function if exists granted(uuid, text, text, uuid, timestamptz);

create function granted(
  asked_tenant uuid, viewer text, viewer_role text, viewer_custom_role uuid, moment timestamptz)
returns table (uses text[], everything boolean, cameras uuid[], sites uuid[], groups uuid[], tags text[])
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with keeps_out as materialized (
    select o.subject from kept_out o where o.tenant_id = asked_tenant
  ), held as materialized (
    select g.id, g.actions, g.camera_id, g.group_id, g.site_id, g.tag, g.every_camera, g.line
      from access_grant g
     where g.tenant_id = asked_tenant
       and (g.subject = viewer or g.role = viewer_role or g.custom_role = viewer_custom_role
         or g.team_id in (select m.team_id from team_member m where m.tenant_id = asked_tenant and m.subject = viewer))
       and (g.starts_at is null or g.starts_at <= moment) and (g.until is null or g.until > moment)
       and within_hours(g.hours, g.zone, moment)
  ), first_hand as materialized (
    select * from held where line = '{}'
  ), above as materialized (
    select h.id as held, a.id, a.actions, a.camera_id, a.group_id, a.site_id, a.tag, a.every_camera
      from held h cross join unnest(h.line) step (id)
                  join access_grant a on a.tenant_id = asked_tenant and a.id = step.id
     where (a.id = h.id or a.passable)
       and (a.starts_at is null or a.starts_at <= moment) and (a.until is null or a.until > moment)
       and within_hours(a.hours, a.zone, moment)
       and (a.subject is null or a.subject not in (select subject from keeps_out))
  ), whole as materialized (
    select h.id, h.camera_id, h.group_id, h.site_id, h.tag, h.every_camera,
           array(select use.name from unnest(h.actions) use (name)
                  where not exists (select from above a where a.held = h.id and use.name <> all (a.actions))) as actions
      from held h where h.line <> '{}' and cardinality(h.line) = (select count(*) from above a where a.held = h.id)
  ), named as (
    select w.id as held, w.actions, c.id, c.site_id, c.group_id
      from whole w join camera c on c.tenant_id = asked_tenant and c.id = w.camera_id
    union all
    select w.id, w.actions, c.id, c.site_id, c.group_id from whole w join camera c on c.tenant_id = asked_tenant and c.site_id = w.site_id
    union all
    select w.id, w.actions, c.id, c.site_id, c.group_id
      from whole w join camera_group g on g.tenant_id = asked_tenant and w.group_id is not null and w.group_id = any (g.line)
                   join camera c on c.tenant_id = asked_tenant and c.group_id = g.id
    union all
    select w.id, w.actions, c.id, c.site_id, c.group_id
      from whole w join camera_tag t on t.tenant_id = asked_tenant and t.tag = w.tag
                   join camera c on c.tenant_id = asked_tenant and c.id = t.camera_id
    union all
    select w.id, w.actions, c.id, c.site_id, c.group_id from whole w join camera c on c.tenant_id = asked_tenant and w.every_camera
  ), passed_on as (
    select n.actions, n.id from named n
     where not exists (
       select from above a
        where a.held = n.held and not (
          a.every_camera
          or a.camera_id is not distinct from n.id
          or coalesce(a.site_id = n.site_id, false)
          or coalesce(a.group_id = any ((select g.line from camera_group g where g.tenant_id = asked_tenant and g.id = n.group_id)::uuid[]), false)
          or coalesce(a.tag = any (array(select t.tag from camera_tag t where t.tenant_id = asked_tenant and t.camera_id = n.id)), false)))
  ), given as (
    select f.actions, f.every_camera, f.camera_id, f.site_id, null::uuid as group_id, f.tag
      from first_hand f where f.group_id is null
    union all
    select f.actions, false, null, null, g.id, null
      from camera_group g cross join unnest(g.line) step (id) join first_hand f on f.group_id = step.id where g.tenant_id = asked_tenant
    union all
    select p.actions, false, p.id, null, null, null from passed_on p
  )
  select g.actions, bool_or(g.every_camera),
         coalesce(array_agg(g.camera_id) filter (where g.camera_id is not null), '{}'),
         coalesce(array_agg(g.site_id) filter (where g.site_id is not null), '{}'),
         coalesce(array_agg(g.group_id) filter (where g.group_id is not null), '{}'),
         coalesce(array_agg(g.tag) filter (where g.tag is not null), '{}')
    from given g group by g.actions;
end
$$;
