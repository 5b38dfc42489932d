-- How the camera's wall clock stood beside the one of the label while it was recorded, by its sender reports: null from a camera that tells
-- no time. The label is not moved by it.
alter table recording
  add column clock_ahead_ms  bigint,
  add column clock_within_ms bigint check (clock_within_ms >= 0);
