-- Why pictures stopped, as the agent told it in a word: people read it in their own language, now and on the day's page later.
alter table event
  add column fault text check (length(fault) <= 30); -- null where pictures came back, and from older agents: detail says it then
