-- Tokens that somebody makes for their own programs. The secret is shown once and kept nowhere: the hash is all that is here.

create table personal_token (
  tenant_id   uuid not null references tenant (id),
  id          uuid not null,
  subject     text not null check (length(subject) between 1 and 100),
  name        text not null check (length(name) between 1 and 100),
  hash        bytea not null check (length(hash) = 32), -- SHA-256 of 256 random bits
  permissions text[] not null check (cardinality(permissions) between 1 and 50 and not permissions @> array['OWN']),
  made_at     timestamptz not null,
  until       timestamptz not null,
  used_at     timestamptz,                              -- to the minute; null: never
  primary key (tenant_id, id),
  check (until > made_at and until <= made_at + interval '8761 hours')
);
comment on column personal_token.permissions is 'A ceiling below that of the role: what the role no longer allows the token does not either.';
create index personal_token_of on personal_token (tenant_id, subject);

alter table personal_token enable row level security;
alter table personal_token force row level security;
create policy tenant on personal_token
  using      (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid))
  with check (tenant_id = (select nullif(current_setting('vedette.tenant', true), '')::uuid));
grant select, insert, update, delete on personal_token to hub_app;
