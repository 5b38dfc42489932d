-- A paired device stands in front of a camera, or it is the vault of a site. A site has one that is not revoked.
alter table agent
  alter column camera_id drop not null,
  add column site_id     uuid,
  add column name        text not null default '' check (length(name) <= 100), -- of a vault, as its owner calls it
  add column address     text check (length(address) <= 300),                  -- where the agents of the site find it; null until it has told
  add column fingerprint text check (length(fingerprint) <= 100),              -- of its certificate; null on its own machine
  add foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade,
  add check (num_nonnulls(camera_id, site_id) = 1);
create unique index vault_of_site on agent (tenant_id, site_id) where revoked_at is null and site_id is not null;

alter table pairing_token
  alter column camera_id drop not null,
  add column site_id uuid,
  add column name    text not null default '' check (length(name) <= 100),
  add foreign key (tenant_id, site_id) references site (tenant_id, id) on delete cascade,
  add check (num_nonnulls(camera_id, site_id) = 1);
create index pairing_token_of_site on pairing_token (tenant_id, site_id) where site_id is not null;
