-- The hub's own key towards the agents of one tenant, made when it is first needed. Not sealed with another secret: an agent pins it,
-- and a restored backup must still be the hub its agents know.
create table hub_key (
  tenant_id   uuid not null references tenant (id),
  id          uuid not null,
  public_key  bytea not null check (length(public_key) between 32 and 200),  -- Ed25519, SubjectPublicKeyInfo
  private_key bytea not null check (length(private_key) between 32 and 200), -- PKCS#8
  made_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id)
);
alter table hub_key enable row level security;
alter table hub_key force row level security;
create policy tenant on hub_key
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert on hub_key to hub_app;

alter table agent
  add column words        text not null default '' check (length(words) <= 60), -- of its key and the hub's; kept, as computing them is slow
  add column life         text not null default '' check (length(life) <= 50),   -- the process that said hello last, and how often
  add column starts       bigint not null default 0,                             -- the agent had been started by then
  add column cloned_at    timestamptz,                                           -- two boxes use this key; null: no sign of it, or accepted
  add column confirmed_at timestamptz;                                           -- null: waits until the owner has compared the words

-- those that are there were not made to wait; row security binds the owner, too
do $$
declare
  one uuid;
begin
  for one in select id from tenant loop
    perform set_config('vedette.tenant', one::text, true);
    update agent set confirmed_at = paired_at;
  end loop;
  perform set_config('vedette.tenant', '', true);
end
$$;

alter table pairing_token
  add column swap    boolean not null default false,      -- for a camera that has an agent: that one is revoked when this is redeemed
  add column confirm boolean not null default false,      -- the agent waits until the owner has compared the words
  add column wrong   integer not null default 0 check (wrong between 0 and 5); -- refusals although the token was right; spent at five
