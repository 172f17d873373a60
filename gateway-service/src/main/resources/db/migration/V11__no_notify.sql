-- NOTIFY takes a lock of the whole database server and holds it until the commit is on disk, so transactions that notify
-- commit one after the other. Whoever waits for a change is told in another way: the relay by the gateway that wrote the
-- event, as soon as its transaction is committed; a stream of events by a look at the revisions that are watched.
drop trigger outbox_wake on outbox;
drop function outbox_wake();
drop trigger notifications_wake on notifications;
drop function notifications_wake();

create or replace function count_project_change() returns trigger language plpgsql as $$
declare
    changed uuid;
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
