-- Since when an ad is in the making; null while it waits in its user's queue, where no stage has heard of it.
alter table runs add column admitted_at timestamptz;
update runs set admitted_at = created_at;
create index runs_queued on runs (user_id, created_at) where admitted_at is null and state = 'RESERVED';
create index runs_at_work on runs (user_id)
    where admitted_at is not null and kind = 'VIDEO' and state in ('RESERVED', 'RUNNING', 'WAITING');
