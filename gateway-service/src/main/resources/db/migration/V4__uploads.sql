-- Files that are to leave the bucket. A key comes here before its file is uploaded, and when its row is deleted.
create table object_removals (
    object_key text primary key,
    due_at     timestamptz not null,
    claimed_at timestamptz,                                         -- being removed: it cannot be taken off the list
    attempts   integer     not null,
    created_at timestamptz not null
);
create index object_removals_due on object_removals (due_at);
alter table object_removals enable row level security;

-- Uploads straight to the bucket. A file is an asset only once it was looked at.
create table pending_uploads (
    id           uuid primary key,
    user_id      uuid        not null,
    project_id   uuid        not null references projects (id) on delete cascade,
    object_key   text        not null unique,
    bytes        bigint      not null check (bytes > 0),            -- as announced
    description  text,
    asset_id     uuid,                                              -- what became of it; no reference: assets come and go
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    completed_at timestamptz
);
create index pending_uploads_of_project on pending_uploads (project_id) where completed_at is null;
create index pending_uploads_expiry on pending_uploads (expires_at);
alter table pending_uploads enable row level security;
