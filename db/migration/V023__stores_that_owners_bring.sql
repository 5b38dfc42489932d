-- Where an owner wants recordings to be, instead of the hub's own folder.

-- Secrets of a tenant that the hub has to read again are sealed with a key of the tenant's own, which is sealed with the hub's: when the tenant
-- goes, its key goes, and what copies of the database still hold is closed for ever.
create table tenant_key (
  tenant_id uuid not null references tenant (id),
  id        uuid not null,
  sealed    bytea not null check (length(sealed) between 50 and 200),
  made_at   timestamptz not null,
  primary key (tenant_id)
);

create table storage_provider (
  tenant_id  uuid not null references tenant (id),
  id         uuid not null,
  name       text not null check (length(name) between 1 and 100),
  kind       text not null check (kind in ('S3')),
  endpoint   text check (length(endpoint) between 1 and 300),  -- null: where the kind is at home
  region     text not null check (length(region) between 1 and 64),
  container  text not null check (length(container) between 1 and 100),
  prefix     text not null check (length(prefix) <= 128),
  path_style boolean not null,
  checksums  boolean not null,                                 -- whether the store knows the newer ones
  account    text not null check (length(account) between 1 and 256),
  secret     bytea not null check (length(secret) between 1 and 2000), -- sealed
  main       boolean not null default false,                   -- what is stored from now on goes there
  made_at    timestamptz not null,
  version    integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
create unique index storage_provider_main on storage_provider (tenant_id) where main;

-- Where the bytes of a recording are; null: in the hub's own folder. One that has any is not taken away.
alter table recording add column provider_id uuid;
alter table recording add foreign key (tenant_id, provider_id) references storage_provider (tenant_id, id);
create index recording_in_provider on recording (tenant_id, provider_id) where provider_id is not null;
-- Where an upload is being brought to once all of it is here.
alter table upload add column provider_id uuid;
alter table upload add foreign key (tenant_id, provider_id) references storage_provider (tenant_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['tenant_key', 'storage_provider'] loop
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
