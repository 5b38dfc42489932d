-- Azure's containers beside S3's buckets. What S3 alone needs is there for S3 alone.
alter table storage_provider
  drop constraint storage_provider_kind_check,
  add constraint storage_provider_kind_check check (kind in ('S3', 'AZURE')),
  alter column region drop not null,
  alter column path_style drop not null,
  alter column checksums drop not null,
  add constraint storage_provider_of_s3 check (
    case kind when 'S3' then num_nulls(region, path_style, checksums) = 0 else num_nonnulls(region, path_style, checksums) = 0 end);
