-- What is kept of a camera's recordings, counted as they change: the first page adds up a row for each camera, where it counted every
-- recording at every visit.
--
-- A trigger keeps it, in the transaction that changes the recording. It is the owner's (security definer): the hub may read the counts and
-- nothing else, so that no code of it can make them wrong. It is one for each row, not for each statement, because that one is handed down
-- to the partitions and holds for what an owner does to a partition itself as well. What it cannot see is a partition dropped or truncated
-- whole: delete its rows first.

create table recording_total (
  tenant_id        uuid not null,
  camera_id        uuid not null,
  edge_recordings  bigint not null,
  edge_bytes       bigint not null,
  vault_recordings bigint not null,
  vault_bytes      bigint not null,
  primary key (tenant_id, camera_id),
  foreign key (tenant_id, camera_id) references camera (tenant_id, id) on delete cascade
) with (fillfactor = 70); -- each recording rewrites a row: room on its page keeps that from growing the index

alter table recording_total enable row level security;
alter table recording_total force row level security;
create policy tenant on recording_total
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select on recording_total to hub_app;

-- Row security binds the owner too: a tenant at a time.
do $$
declare
  one uuid;
begin
  for one in select id from tenant loop
    perform set_config('vedette.tenant', one::text, true);
    insert into recording_total
      select tenant_id, camera_id,
             count(*) filter (where place = 'EDGE'), coalesce(sum(bytes) filter (where place = 'EDGE'), 0),
             count(*) filter (where place = 'VAULT'), coalesce(sum(bytes) filter (where place = 'VAULT'), 0)
      from recording where tenant_id = one group by tenant_id, camera_id;
  end loop;
  perform set_config('vedette.tenant', '', true);
end
$$;

-- Counts one recording more (sign 1) or less (sign -1).
create function count_recording(one recording, sign integer) returns void language sql set search_path from current as $$
  insert into recording_total as t
    select one.tenant_id, one.camera_id, e * sign, e * sign * one.bytes, v * sign, v * sign * one.bytes
    from (select (one.place = 'EDGE')::integer as e, (one.place = 'VAULT')::integer as v) at
  on conflict (tenant_id, camera_id) do update set
    edge_recordings = t.edge_recordings + excluded.edge_recordings,
    edge_bytes = t.edge_bytes + excluded.edge_bytes,
    vault_recordings = t.vault_recordings + excluded.vault_recordings,
    vault_bytes = t.vault_bytes + excluded.vault_bytes
$$;
revoke execute on function count_recording(recording, integer) from public;

create function recording_changed() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'UPDATE' and (old.tenant_id, old.camera_id, old.place, old.bytes) = (new.tenant_id, new.camera_id, new.place, new.bytes) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    perform count_recording(old, -1);
  end if;
  if tg_op <> 'DELETE' then
    perform count_recording(new, 1);
  end if;
  return null;
end
$$;
revoke execute on function recording_changed() from public;

create trigger recording_total after insert or update or delete on recording for each row execute function recording_changed();

-- Today's recordings of every camera lie together here; the primary key has them camera by camera.
create index recording_by_time on recording (tenant_id, started_at) include (camera_id);
