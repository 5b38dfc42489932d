-- Sites, groups and grants are edited by several people and programs, as cameras are: each change counts, and names the count it
-- was decided on (If-Match).

alter table site add column version integer not null default 0;
alter table camera_group add column version integer not null default 0;
alter table access_grant add column version integer not null default 0;
