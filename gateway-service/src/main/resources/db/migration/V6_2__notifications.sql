-- Where to write to a user: as the token said when it was last needed.
alter table profiles add column email text;

-- Messages to people, written with the change they tell of, and sent afterwards. One of a kind for a run and channel.
create table notifications (
    id          bigint generated always as identity primary key,
    run_id      uuid        not null references runs (id) on delete cascade,
    kind        text        not null check (kind in ('STARTED', 'COMPLETED', 'FAILED')),
    channel     text        not null check (channel in ('SLACK', 'EMAIL')),
    recipient   text,                                               -- the address of a mail
    tries       integer     not null default 0,
    due_at      timestamptz not null,                               -- while somebody sends it: when another may
    created_at  timestamptz not null,
    sent_at     timestamptz,
    given_up_at timestamptz,
    last_error  text,
    unique (run_id, kind, channel)
);
create index notifications_due on notifications (channel, due_at) where sent_at is null and given_up_at is null;
alter table notifications enable row level security;

create function notifications_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('notifications', '');
    return null;
end
$$;
create trigger notifications_wake after insert on notifications for each statement execute function notifications_wake();
