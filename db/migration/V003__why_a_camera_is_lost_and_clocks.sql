-- Why no pictures come from a camera, as its agent told last, and how far the agent's clock is off.
alter table agent
  add column camera_fault    text check (length(camera_fault) <= 30), -- null while pictures come, and from older agents
  add column clock_offset_ms bigint not null default 0;               -- the hub's clock minus the agent's, written when it moves by a minute
