-- What a tenant may use, and the two uses that no other table counts: who has come in, and what was watched live.

create table tenant_quota (
  tenant_id uuid not null references tenant (id),
  what      text not null check (what in ('CAMERAS', 'ACCOUNTS', 'STORED_BYTES', 'LIVE_MINUTES')),
  allowed   bigint not null check (allowed >= 0),
  reason    text not null check (length(reason) between 1 and 200),
  set_at    timestamptz not null,
  primary key (tenant_id, what)
);
comment on table tenant_quota is 'No row: as much as there is. Whoever is about to use more locks the row first and counts then.';

create table seat (
  tenant_id uuid not null references tenant (id),
  subject   text not null check (length(subject) between 1 and 100),
  since     timestamptz not null,
  primary key (tenant_id, subject)
);
comment on table seat is 'An account that has come into the tenant and has not left it: the identity provider knows more, but is not asked in a transaction.';

create table live_use (
  tenant_id uuid not null references tenant (id),
  month     date not null,                           -- its first day; months are those of UTC
  minutes   bigint not null check (minutes >= 0),    -- begun ones, of each view
  primary key (tenant_id, month)
);

do $$
declare
  name text;
  one uuid;
begin
  foreach name in array array['tenant_quota', 'seat', 'live_use'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($policy$
      create policy tenant on %I
        using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
        with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
      $policy$, name);
    execute format('grant select, insert, update, delete on %I to hub_app', name);
  end loop;
  -- whoever has a role has come in, as far as can be told; row security binds the owner too: a tenant at a time
  for one in select id from tenant loop
    perform set_config('vedette.tenant', one::text, true);
    insert into seat select tenant_id, subject, created_at from member where tenant_id = one;
  end loop;
  perform set_config('vedette.tenant', '', true);
end
$$;
