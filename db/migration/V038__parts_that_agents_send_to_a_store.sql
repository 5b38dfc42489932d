-- Agents send what they record straight to a bucket, where its owner says so; the bytes do not pass through the hub.
alter table storage_provider
  add column straight boolean not null default false,
  add constraint storage_provider_straight_s3 check (kind = 'S3' or not straight),
  -- the last agent that did not reach the store, and what it said: it sends through the hub
  add column unreached_at timestamptz,
  add column unreached_camera uuid,
  add column unreached_why text check (length(unreached_why) <= 300);
-- By what the store knows the parts of an upload, until they are a recording or are given up.
alter table upload add column parts text check (length(parts) between 1 and 1024);
create index upload_in_parts on upload (tenant_id) where parts is not null;
