-- Comparisons of what lies in a place with the list of recordings. Reported here, and changed nowhere.

create table reconcile_run (
  tenant_id   uuid not null references tenant (id),
  id          uuid not null,
  provider_id uuid,                                        -- null: the hub's own folder
  place_name  text not null check (length(place_name) <= 100), -- as it was called then; empty for the folder
  reading     boolean not null,                            -- whether every byte is read
  state       text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  folder      text check (length(folder) <= 100),          -- the last one that is done
  folders     integer not null default 0,                  -- done
  of_folders  integer not null default 0,                  -- named by the list
  blobs       bigint not null default 0,
  bytes_read  bigint not null default 0,
  found       bigint not null default 0,
  said        text check (length(said) <= 500),            -- what keeps it from going on
  held_until  timestamptz not null,                        -- by the hub that is at it
  begun_at    timestamptz not null,
  ended_at    timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, provider_id) references storage_provider (tenant_id, id) on delete cascade
);
-- one at a time in each place
create unique index reconcile_run_running on reconcile_run (tenant_id, coalesce(provider_id, '00000000-0000-0000-0000-000000000000'))
  where state = 'RUNNING';

create table reconcile_finding (
  tenant_id uuid not null,
  run_id    uuid not null,
  blob_key  text not null check (length(blob_key) <= 512),
  kind      text not null check (kind in ('MISSING', 'EXTRA', 'OTHER_SIZE', 'OTHER_BYTES')),
  expected  bigint,
  found     bigint,
  primary key (tenant_id, run_id, blob_key),
  foreign key (tenant_id, run_id) references reconcile_run (tenant_id, id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['reconcile_run', 'reconcile_finding'] loop
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
