-- The same migrations run on plain PostgreSQL and on Supabase, whose API shows every table of this schema to browsers.
-- What a browser may read directly, Supabase's Realtime included, is said here; it writes through the gateway alone.
-- The gateway owns the tables, so none of this applies to it; later tables have to switch row-level security on too.

-- Supabase's roles, where they are missing.
do $$
declare
    missing text;
begin
    foreach missing in array array ['anon', 'authenticated', 'service_role'] loop
        if to_regrole(missing) is null then
            execute format('create role %I nologin noinherit', missing);
        end if;
    end loop;
exception
    when duplicate_object or unique_violation then null; -- another database of the same server was quicker
    when insufficient_privilege then
        raise notice 'the roles of Supabase cannot be created here; nobody but the gateway will read these tables';
end
$$;

-- A stand-in for Supabase Auth, where there is none: enough for the policies and the trigger below.
do $$
begin
    if to_regnamespace('auth') is not null then
        return;
    end if;
    create schema auth;
    create table auth.users (
        id         uuid primary key,
        email      text,
        created_at timestamptz not null default now()
    );
    alter table auth.users enable row level security;
    create function auth.uid() returns uuid language sql stable as $uid$
        select coalesce(
            nullif(current_setting('request.jwt.claim.sub', true), ''),
            nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
    $uid$;
    if to_regrole('authenticated') is not null then
        grant usage on schema auth to authenticated;
    end if;
end
$$;

-- No row of any table is visible before a policy says so, whatever is granted.
do $$
declare
    ours text;
begin
    foreach ours in array array [
        'profiles', 'products', 'voices', 'actors', 'video_layouts', 'projects', 'assets', 'scripts', 'runs',
        'credit_ledger', 'stage_executions', 'stage_lease', 'provider_calls', 'outbox', 'processed_events'] loop
        execute format('alter table %I enable row level security', ours);
        -- Supabase grants everything on new tables to its roles; below they get what they need.
        if to_regrole('anon') is not null then
            execute format('revoke all on %I from anon', ours);
        end if;
        if to_regrole('authenticated') is not null then
            execute format('revoke all on %I from authenticated', ours);
        end if;
    end loop;
end
$$;

-- What a signed-in user may read. auth.uid() stands in a subselect so that it is called once, not for every row.
do $$
begin
    if to_regrole('authenticated') is null then
        return;
    end if;
    create policy own_profile on profiles for select to authenticated using (id = (select auth.uid()));
    grant select on profiles to authenticated;

    create policy own_products on products for select to authenticated using (user_id = (select auth.uid()));
    grant select on products to authenticated;

    create policy own_projects on projects for select to authenticated using (user_id = (select auth.uid()));
    grant select on projects to authenticated;

    create policy own_assets on assets for select to authenticated
        using (project_id in (select id from projects where user_id = (select auth.uid())));
    grant select on assets to authenticated;

    create policy own_scripts on scripts for select to authenticated
        using (project_id in (select id from projects where user_id = (select auth.uid())));
    grant select on scripts to authenticated;

    -- Without the context, which holds more than a user has to know, and without whatever is added later.
    create policy own_runs on runs for select to authenticated using (user_id = (select auth.uid()));
    grant select (id, project_id, user_id, kind, state, attempt, failure_code, failure_message, deadline, created_at,
        started_at, finished_at) on runs to authenticated;

    create policy own_stages on stage_executions for select to authenticated
        using (run_id in (select id from runs where user_id = (select auth.uid())));
    grant select (run_id, stage, attempt, state, percent, detail, code, requested_at, started_at, finished_at)
        on stage_executions to authenticated;

    create policy own_ledger on credit_ledger for select to authenticated using (user_id = (select auth.uid()));
    grant select on credit_ledger to authenticated;

    create policy visible_voices on voices for select to authenticated using (is_visible);
    create policy visible_actors on actors for select to authenticated using (is_visible);
    create policy visible_layouts on video_layouts for select to authenticated using (is_visible);
    grant select on voices, actors, video_layouts to authenticated;
end
$$;

-- What a new profile starts with. The gateway writes its configuration here at each start, see afterMigrate.sql.
create table starting_profile (
    only_row     boolean primary key default true check (only_row),
    credits      integer not null check (credits >= 0),
    is_beta_user boolean not null
);
alter table starting_profile enable row level security;
insert into starting_profile (credits, is_beta_user) values (10, true);

-- Who signs up has a profile at once. It runs with the rights of the tables' owner, since whoever signs users up has none
-- on them, and never keeps anybody from signing up: what it could not make, the user's first call to the gateway makes.
create function profile_of_new_user() returns trigger language plpgsql security definer
    -- The triggers of the ledger name their tables without a schema, and inherit this.
    set search_path = public, pg_temp as $$
begin
    with start as (select credits, is_beta_user from public.starting_profile),
    profile as (
        insert into public.profiles (id, credits, is_beta_user, created_at, updated_at)
        select new.id, 0, is_beta_user, now(), now() from start
        on conflict (id) do nothing
        returning id)
    insert into public.credit_ledger (user_id, kind, amount, reason, created_at)
    select id, 'GRANT', credits, 'Credits to start with', now() from profile, start;
    return new;
exception when others then
    raise warning 'the profile of user % has to wait for the first call: %', new.id, sqlerrm;
    return new;
end
$$;
revoke execute on function profile_of_new_user() from public;

do $$
begin
    create trigger reels_profile_of_new_user after insert on auth.users
        for each row execute function public.profile_of_new_user();
exception when insufficient_privilege then
    raise notice 'no trigger may be put on auth.users; profiles appear at the first call to the gateway';
end
$$;

-- The policies look for a project's owner by its scripts and assets.
create index projects_of_final_script on projects (final_script_id) where final_script_id is not null;
