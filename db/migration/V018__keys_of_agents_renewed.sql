-- An agent's key is renewed: by one conditional update, which nothing else that writes the row touches.
alter table agent
  add column key_since  timestamptz,                                       -- since when public_key is its key; null: since it was paired
  add column old_key    bytea check (length(old_key) between 32 and 200),  -- the one before: whoever still says hello with it is a copy
  add column key_due_at timestamptz;                                       -- its owner asks for a new key; null: nobody does
