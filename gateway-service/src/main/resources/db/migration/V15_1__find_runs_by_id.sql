-- A run is found by its id alone and looked at afterwards. With its kind and state in the condition, a plan made while
-- there were few runs used the index of all open runs, and read the whole of it at each commit.
create or replace function count_project_change() returns trigger language plpgsql as $$
declare
    changed uuid;
    run record;
begin
    if tg_table_name = 'projects' then
        changed := new.id;
    elsif tg_table_name = 'runs' then
        changed := new.project_id;
    else
        select project_id, kind, state into run from runs where id = new.run_id;
        -- What a stage says after its run has ended is history. The end itself is counted by the run.
        if not found or run.kind <> 'VIDEO' or run.state not in ('RESERVED', 'RUNNING', 'WAITING') then
            return null;
        end if;
        changed := run.project_id;
    end if;
    -- Once a transaction, however many rows it changes.
    perform from project_revisions where project_id = changed and changed_in = pg_current_xact_id();
    if found then
        return null;
    end if;
    -- Nothing where the project has been deleted meanwhile.
    insert into project_revisions as known (project_id, revision, changed_in)
    select id, 1, pg_current_xact_id() from projects where id = changed
    on conflict (project_id) do update set revision = known.revision + 1, changed_in = pg_current_xact_id();
    return null;
end
$$;
