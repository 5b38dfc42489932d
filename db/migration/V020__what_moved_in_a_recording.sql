-- What the agent saw move: null where nobody looked, and from older agents. Seconds are counted from the recording's first
-- picture, so that they stay right whatever is corrected about its label.
alter table recording
  add column moved    bytea check (octet_length(moved) <= 900),  -- a bit for each second, bit 0 of byte 0 the first
  add column heat     bytea check (octet_length(heat) = 256),    -- 16 rows of 16 cells; null where nothing moved
  add column blind_ms integer check (blind_ms >= 0);             -- the longest stretch in which nobody looked
