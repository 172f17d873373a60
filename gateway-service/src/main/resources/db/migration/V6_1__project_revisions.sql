-- A number that grows with every change of what a project's status shows: the ids of its event stream. It is counted
-- here, by triggers, so that it is the same for every gateway and whoever changes a row.
create table project_revisions (
    project_id uuid primary key references projects (id) on delete cascade,
    revision   bigint not null,
    changed_in xid8   not null                                      -- the transaction that counted last
);
alter table project_revisions enable row level security;

create function count_project_change() returns trigger language plpgsql as $$
declare
    changed uuid;
    reached bigint;
begin
    if tg_table_name = 'projects' then
        changed := new.id;
    elsif tg_table_name = 'runs' then
        changed := new.project_id;
    else
        -- What a stage says after its run has ended is history. The end itself is counted by the run.
        select project_id into changed from runs
        where id = new.run_id and kind = 'VIDEO' and state in ('RESERVED', 'RUNNING', 'WAITING');
    end if;
    -- Once a transaction, however many rows it changes. Nothing where the project has been deleted meanwhile.
    insert into project_revisions as known (project_id, revision, changed_in)
    select id, 1, pg_current_xact_id() from projects where id = changed
    on conflict (project_id) do update set revision = known.revision + 1, changed_in = pg_current_xact_id()
        where known.changed_in <> pg_current_xact_id()
    returning revision into reached;
    if reached is not null then
        perform pg_notify('project_changed', changed || ' ' || reached);
    end if;
    return null;
end
$$;

-- Deferred to the commit: the counter is then the last row a transaction locks, and so no cause of a deadlock.
create constraint trigger project_change after update on projects
    deferrable initially deferred for each row
    when ((old.status, old.final_video_key, old.final_video_duration)
        is distinct from (new.status, new.final_video_key, new.final_video_duration))
    execute function count_project_change();
create constraint trigger run_start after insert on runs
    deferrable initially deferred for each row
    when (new.kind = 'VIDEO')
    execute function count_project_change();
create constraint trigger run_change after update on runs
    deferrable initially deferred for each row
    when (new.kind = 'VIDEO' and (old.state, old.attempt, old.failure_code, old.failure_message)
        is distinct from (new.state, new.attempt, new.failure_code, new.failure_message))
    execute function count_project_change();
create constraint trigger stage_start after insert on stage_executions
    deferrable initially deferred for each row
    execute function count_project_change();
create constraint trigger stage_change after update on stage_executions
    deferrable initially deferred for each row
    when ((old.state, old.percent, old.detail, old.code, old.started_at, old.finished_at, old.cost_usd)
        is distinct from (new.state, new.percent, new.detail, new.code, new.started_at, new.finished_at, new.cost_usd))
    execute function count_project_change();
