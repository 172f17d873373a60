-- How long the oldest request of a stage waits is asked every few seconds; without this, of all that are open.
create index stages_unbegun on stage_executions (stage, requested_at) where state = 'PENDING' and requested_at is not null;
