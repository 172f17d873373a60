-- What was answered to a request that carried an Idempotency-Key, for as long as the same request gets the same answer.
create table idempotent_answers (
    user_id     uuid        not null,
    path        text        not null,
    key         text        not null,
    fingerprint text        not null,                               -- of the body: another body is another request
    status      integer     not null,
    body        text        not null,
    created_at  timestamptz not null,
    primary key (user_id, path, key)
);
create index idempotent_answers_by_age on idempotent_answers (created_at);
alter table idempotent_answers enable row level security;

-- What no consumer could process, as it lies in Kafka.
create table dead_letters (
    id               bigint generated always as identity primary key,
    topic            text        not null,                          -- of dead letters
    kafka_partition  integer     not null,
    kafka_offset     bigint      not null,
    source_topic     text        not null,
    source_partition integer,
    source_offset    bigint,
    key              bytea,
    value            bytea,
    headers          jsonb       not null,
    reason           text        not null,
    code             text        not null,
    run_id           uuid,
    stage            text,
    attempt          integer,
    died_at          timestamptz not null,
    retried_at       timestamptz,
    retried_attempt  integer,
    unique (topic, kafka_partition, kafka_offset)
);
create index dead_letters_of_run on dead_letters (run_id);
alter table dead_letters enable row level security;

-- For the operators' listing and for what is swept.
create index runs_by_age on runs (created_at desc, id desc);
create index runs_of_user on runs (user_id, created_at desc, id desc);
create index outbox_sent on outbox (sent_at) where sent_at is not null;
create index processed_events_by_age on processed_events (processed_at);
