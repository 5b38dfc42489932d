-- The first organisation of a hub that is not the demo, and its owner. Run by hub_owner, with psql's variables tenant, slug, name and
-- owner; docker/README.md has the command. May be run again.
begin;
insert into tenant (id, slug, name) values (:'tenant'::uuid, :'slug', :'name') on conflict do nothing;
select set_config('vedette.tenant', :'tenant', true);
insert into member (tenant_id, subject, role) values (:'tenant'::uuid, :'owner', 'OWNER') on conflict do nothing;
commit;
