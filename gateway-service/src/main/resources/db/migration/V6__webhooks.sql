-- Which webhooks were heard: the same delivery counts once, and an early one is known again when it is repeated.
create table webhook_deliveries (
    webhook_id    text primary key,                                 -- the sender's id of the delivery, the same when repeated
    external_id   text        not null,                             -- the job it speaks of
    first_seen_at timestamptz not null,
    settled_at    timestamptz                                       -- once it needs no repetition
);
create index webhook_deliveries_of_job on webhook_deliveries (external_id, first_seen_at);
create index webhook_deliveries_by_age on webhook_deliveries (first_seen_at);
-- Nobody's but the gateway's, which owns the table and so passes.
alter table webhook_deliveries enable row level security;
