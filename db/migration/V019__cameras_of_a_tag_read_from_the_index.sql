-- The rule of grants reads the cameras of a tag from here alone, without a look at each row.
drop index camera_of_tag;
create index camera_of_tag on camera_tag (tenant_id, tag) include (camera_id);
