-- What was done, by whom: rows that the hub can add and read, and nothing else.
--
-- The rows of a tenant are a chain. A trigger of the owner's numbers each one, sets its time, hashes it together with the hash of the row before
-- it and moves the tenant's head. The hub chooses none of these four, and as the trigger holds the head until the transaction ends, rows
-- are numbered in the order in which they are committed, without a gap. The hub adds them as the last thing before it commits, so that the
-- head is never held while another lock is waited for.
--
-- Whoever owns the database can still do anything to it. That is found, not prevented: a changed, removed, added or moved row breaks the
-- chain, a cut end does not reach the head, and a chain made anew does not have the heads that were published outside.

create table audit_head (
  tenant_id uuid primary key references tenant (id),
  seq       bigint not null check (seq >= 0),
  hash      bytea not null check (length(hash) = 32)
);

create table audit_entry (
  tenant_id    uuid not null references tenant (id),
  seq          bigint not null check (seq > 0),
  at           timestamptz not null,
  actor_kind   text not null check (actor_kind in ('PERSON', 'PROGRAM', 'AGENT', 'HUB')),
  actor_id     text not null,
  actor_name   text not null,           -- as it was shown then
  action       text not null,
  subject_kind text not null,           -- what it was done to
  subject_id   text not null,
  subject_name text not null,           -- as it was called then
  camera_id    uuid,                    -- no reference: the row outlives the camera
  camera_name  text not null,           -- as it was called then
  from_at      timestamptz,             -- the span that was watched
  to_at        timestamptz,
  detail       text not null,           -- a JSON object of texts; text, because jsonb would not come back as it was hashed
  address      text not null,           -- where the request came from
  prev_hash    bytea not null check (length(prev_hash) = 32),
  hash         bytea not null check (length(hash) = 32),
  primary key (tenant_id, seq)
);
create index audit_of_camera on audit_entry (tenant_id, camera_id, seq) where camera_id is not null;
create index audit_of_actor on audit_entry (tenant_id, actor_id, seq);

do $$
declare
  name text;
begin
  foreach name in array array['audit_head', 'audit_entry'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$
      create policy tenant on %I
        using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
        with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
    $policy$, name);
  end loop;
end
$$;
grant select on audit_head to hub_app;
grant select on audit_entry to hub_app;
grant insert (tenant_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name, camera_id, camera_name, from_at, to_at,
              detail, address) on audit_entry to hub_app;

-- One value so that no two rows read alike: its length in bytes stands before it, and nothing is not the empty text.
create function audit_part(value text) returns text language sql immutable set search_path from current as $$
  select case when value is null then '-' else octet_length(convert_to(value, 'UTF8')) || ':' || value end || ','
$$;

create function audit_time(value timestamptz) returns text language sql immutable set search_path from current as $$
  select trunc(extract(epoch from value) * 1000000)::bigint::text
$$;

-- What is hashed. AuditHash in the hub writes the same text by itself.
create function audit_hash(one audit_entry) returns bytea language sql stable set search_path from current as $$
  select sha256(convert_to(
    audit_part(encode(one.prev_hash, 'hex')) || audit_part(one.tenant_id::text) || audit_part(one.seq::text)
    || audit_part(audit_time(one.at))
    || audit_part(one.actor_kind) || audit_part(one.actor_id) || audit_part(one.actor_name)
    || audit_part(one.action)
    || audit_part(one.subject_kind) || audit_part(one.subject_id) || audit_part(one.subject_name)
    || audit_part(one.camera_id::text) || audit_part(one.camera_name)
    || audit_part(audit_time(one.from_at)) || audit_part(audit_time(one.to_at))
    || audit_part(one.detail) || audit_part(one.address), 'UTF8'))
$$;
revoke execute on function audit_hash(audit_entry) from public;

create function audit_chain() returns trigger language plpgsql security definer set search_path from current as $$
declare
  head audit_head;
begin
  select * into head from audit_head where tenant_id = new.tenant_id for update;
  if not found then
    insert into audit_head values (new.tenant_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select * into strict head from audit_head where tenant_id = new.tenant_id for update;
  end if;
  new.seq := head.seq + 1;
  new.at := clock_timestamp();
  new.prev_hash := head.hash;
  new.hash := audit_hash(new);
  update audit_head set seq = new.seq, hash = new.hash where tenant_id = new.tenant_id;
  return new;
end
$$;
revoke execute on function audit_chain() from public;

create trigger audit_chain before insert on audit_entry for each row execute function audit_chain();
