-- The tenant that is left empty for the first run; its one member owns it.
insert into tenant (id, slug, name) values (:tenant::uuid, 'globex', 'Globex') on conflict do nothing;
select set_config('vedette.tenant', :tenant, true);

insert into member (tenant_id, subject, role) values (:tenant::uuid, :guest, 'OWNER') on conflict do nothing;
