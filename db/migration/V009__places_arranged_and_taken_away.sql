-- Groups carry a badge; sites and cameras can be taken away.
--
-- A tombstone first: from that commit on nobody sees the camera, and its agent is revoked. Its objects and its rows go afterwards, by a job that
-- begins anew wherever it was broken off. The site's row goes when no camera's row refers to it any more.

alter table camera_group
  add column badge text not null default '' check (length(badge) <= 12);

alter table site
  add column deleted_at timestamptz;                  -- null: it is there
create index site_deleted on site (tenant_id) where deleted_at is not null;

alter table camera
  add column deleted_at timestamptz,                  -- null: it is there
  add check (deleted_at is null or group_id is null); -- a group that goes later has nothing to wait for
create index camera_deleted on camera (tenant_id) where deleted_at is not null;
create index camera_of_site on camera (tenant_id, site_id);

-- what goes is looked for by what it names
create index grant_of_camera on access_grant (tenant_id, camera_id) where camera_id is not null;
create index grant_of_group on access_grant (tenant_id, group_id) where group_id is not null;
create index grant_of_site on access_grant (tenant_id, site_id) where site_id is not null;
create index grant_of_tag on access_grant (tenant_id, tag) where tag is not null;
create index agent_of_camera on agent (tenant_id, camera_id);
create index upload_of_camera on upload (tenant_id, camera_id, state);
