-- A token for one camera, as an owner would make it in the hub. An agent that was paired before, and whose folder is lost, is revoked
-- first: a camera has one agent.
select set_config('vedette.tenant', :tenant, true);

update agent set revoked_at = now() where tenant_id = :tenant::uuid and camera_id = :camera::uuid and revoked_at is null;

insert into pairing_token (tenant_id, id, camera_id, hash, created_by, created_at, expires_at)
values (:tenant::uuid, :id::uuid, :camera::uuid, decode(:hash, 'hex'), :owner, now(), now() + interval '15 minutes');
