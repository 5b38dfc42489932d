-- Where a film is being brought to is not taken away, as for the uploads of agents: its bytes would be found by nobody.
alter table kerberos_upload add foreign key (tenant_id, provider_id) references storage_provider (tenant_id, id);
create index kerberos_upload_of_provider on kerberos_upload (tenant_id, provider_id) where provider_id is not null;
