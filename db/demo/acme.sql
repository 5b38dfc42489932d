-- The tenant with people, places and two cameras. Run by the owner of the tables in one transaction, with the values in front of
-- which a colon stands. May be run again: what is there stays as people have changed it meanwhile.
insert into tenant (id, slug, name) values (:tenant::uuid, 'acme', 'Acme Works') on conflict do nothing;
select set_config('vedette.tenant', :tenant, true);

insert into member (tenant_id, subject, role) values
  (:tenant::uuid, :owner, 'OWNER'),
  (:tenant::uuid, :guard, 'VIEWER'),
  (:tenant::uuid, :guest, 'VIEWER')
on conflict do nothing;

insert into site (tenant_id, id, name, time_zone) values (:tenant::uuid, :site::uuid, 'Yard', :zone) on conflict do nothing;

insert into camera_group (tenant_id, id, site_id, name) values
  (:tenant::uuid, :outside::uuid, :site::uuid, 'Outside'),
  (:tenant::uuid, :goods::uuid, :site::uuid, 'Goods in')
on conflict do nothing;

insert into camera (tenant_id, id, site_id, group_id, name) values
  (:tenant::uuid, :gate::uuid, :site::uuid, :outside::uuid, 'Gate'),
  (:tenant::uuid, :dock::uuid, :site::uuid, :goods::uuid, 'Loading dock')
on conflict do nothing;
