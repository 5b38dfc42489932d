-- A program with an account of its own is told from one that acts for a person.
alter table audit_entry
  drop constraint audit_entry_actor_kind_check,
  add constraint audit_entry_actor_kind_check check (actor_kind in ('PERSON', 'PROGRAM', 'SERVICE', 'AGENT', 'HUB'));
