-- What a rule says beside its days, by what programs saw: what has a label is kept longer, what they looked at and saw nothing in may go sooner.
alter table retention_rule
  add column labels      text[]    not null default '{}',
  add column label_days  integer[] not null default '{}',  -- of each label, in the same order
  add column unseen_days integer check (unseen_days between 1 and 3650),
  add constraint retention_rule_labels check (
    cardinality(labels) <= 20 and cardinality(labels) = cardinality(label_days)
    and 1 <= all (label_days) and 3650 >= all (label_days)
    and array_position(labels, null) is null and array_position(label_days, null) is null);

do $$
declare
  name text;
begin
  -- a rule may say no more than this now
  select conname into strict name from pg_constraint
    where conrelid = 'retention_rule'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%bytes IS NOT NULL%';
  execute format('alter table retention_rule drop constraint %I', name);
end
$$;
alter table retention_rule add constraint retention_rule_says check (
  endless or days is not null or bytes is not null or unseen_days is not null or cardinality(labels) > 0);
