-- One more camera of acme, for an agent in front of a real one.
select set_config('vedette.tenant', :tenant, true);

insert into camera (tenant_id, id, site_id, group_id, name)
values (:tenant::uuid, :camera::uuid, :site::uuid, null, :name)
on conflict do nothing;
