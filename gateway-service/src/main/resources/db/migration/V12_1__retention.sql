-- Up to when a project's working files have been swept: what ended later is looked at again.
create table work_sweeps (
    project_id uuid primary key references projects (id) on delete cascade,
    swept_at   timestamptz not null
);
alter table work_sweeps enable row level security;

create index runs_by_end on runs (finished_at) where finished_at is not null;
create index stage_lease_by_end on stage_lease (lease_until);
create index dead_letters_by_age on dead_letters (died_at);
