-- The gateway owns every table. Plain PostgreSQL; nothing here needs Supabase.
-- Enumerations are text with a check, so that adding a value is one statement and locks nothing.

create table profiles (
    id           uuid primary key,                                  -- the token's sub
    credits      integer     not null check (credits >= 0),
    is_beta_user boolean     not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

create table products (
    id            uuid primary key,
    user_id       uuid        not null,
    name          text        not null,
    description   text        not null,
    product_link  text,
    logo_key      text,
    thumbnail_key text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
create index products_of_user on products (user_id, created_at desc, id desc);

create table voices (
    id               uuid primary key,
    name             text    not null,
    gender           text    not null check (gender in ('female', 'male')),
    provider         text    not null check (provider in ('OPENAI', 'ELEVEN_LABS', 'LOCAL')),
    voice_identifier text    not null check (voice_identifier ~ '^[A-Za-z0-9_-]+$'),   -- becomes part of object keys
    sample_key       text,
    is_visible       boolean not null,
    position         integer not null,
    unique (provider, voice_identifier)
);

create table actors (
    id               uuid primary key,
    name             text    not null,
    gender           text    not null check (gender in ('female', 'male')),
    provider         text    not null check (provider in ('REPLICATE', 'LOCAL')),
    identifier       text    not null check (identifier ~ '^[A-Za-z0-9_-]+$'),
    video_key        text,
    thumbnail_key    text,
    default_voice_id uuid    not null references voices (id),
    is_visible       boolean not null,
    position         integer not null,
    unique (provider, identifier)
);

create table video_layouts (
    id            uuid primary key,
    name          text    not null,
    description   text    not null,
    type          text    not null unique
        check (type in ('TOP_BOTTOM', 'AVATAR_BUBBLE', 'FULL_ACTOR', 'SIDE_BY_SIDE', 'ACTOR_CUTOUT')),
    thumbnail_key text,
    is_visible    boolean not null,
    position      integer not null
);

create table projects (
    id                   uuid primary key,
    user_id              uuid        not null,
    product_id           uuid        not null references products (id),
    status               text        not null,
    video_configuration  jsonb,
    final_script_id      uuid,
    actor_id             uuid references actors (id),
    voice_id             uuid references voices (id),
    video_layout_id      uuid references video_layouts (id),
    final_video_key      text,
    final_video_duration double precision,
    created_at           timestamptz not null,
    updated_at           timestamptz not null
);
create index projects_of_user on projects (user_id, created_at desc, id desc);
create index projects_of_product on projects (product_id);

create table assets (
    id               uuid primary key,
    project_id       uuid             not null references projects (id) on delete cascade,
    type             text             not null check (type in ('IMAGE', 'VIDEO')),
    object_key       text             not null unique,
    sha256           text             not null,
    bytes            bigint           not null,
    content_type     text             not null,
    width            integer          not null,
    height           integer          not null,
    duration_seconds double precision not null,
    description      text,
    position         integer          not null,
    created_at       timestamptz      not null
);
create index assets_of_project on assets (project_id, position);

create table scripts (
    id         uuid primary key,                                    -- of a generated script: its run's id
    project_id uuid        not null references projects (id) on delete cascade,
    title      text        not null,
    content    text        not null,
    is_custom  boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index scripts_of_project on scripts (project_id, created_at desc);
alter table projects add constraint projects_final_script foreign key (final_script_id) references scripts (id);

create table runs (
    id              uuid primary key,
    project_id      uuid        not null references projects (id) on delete cascade,
    user_id         uuid        not null,
    kind            text        not null check (kind in ('VIDEO', 'SCRIPT')),
    state           text        not null
        check (state in ('RESERVED', 'RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    attempt         integer     not null check (attempt >= 1),
    context         jsonb       not null,                           -- the inputs; once completed, all outputs too
    failure_code    text,
    failure_message text,
    deadline        timestamptz not null,
    created_at      timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz
);
create index runs_of_project on runs (project_id, created_at desc);
create index runs_waiting on runs (created_at) where state = 'RESERVED';
create index runs_open on runs (deadline) where state in ('RESERVED', 'RUNNING', 'WAITING');
-- Two requests at once cannot start two ads of one project, whatever the application has read before.
create unique index runs_one_ad_at_a_time on runs (project_id)
    where kind = 'VIDEO' and state in ('RESERVED', 'RUNNING', 'WAITING');

create table credit_ledger (
    id         bigint generated always as identity primary key,
    user_id    uuid        not null references profiles (id),
    kind       text        not null check (kind in ('GRANT', 'RESERVE', 'SETTLE', 'REFUND', 'SPEND')),
    amount     integer     not null,                                -- what it did to the balance
    run_id     uuid references runs (id) on delete set null,
    attempt    integer,
    reason     text        not null,
    created_at timestamptz not null,
    unique (run_id, attempt, kind)
);
create index credit_ledger_of_user on credit_ledger (user_id, id desc);

create table stage_executions (
    run_id       uuid           not null references runs (id) on delete cascade,
    stage        text           not null check (stage in ('SCRIPT', 'VOICE', 'LIPSYNC', 'EDITING', 'CAPTION')),
    attempt      integer        not null,
    state        text           not null
        check (state in ('PENDING', 'RUNNING', 'WAITING', 'SUCCEEDED', 'REUSED', 'FAILED', 'CANCELLED')),
    percent      integer        not null check (percent between 0 and 100),
    detail       text,
    code         text,
    requested_at timestamptz,
    started_at   timestamptz,
    finished_at  timestamptz,
    context      jsonb,                                             -- what the stage was asked with; a resume asks again
    cost_usd     numeric(12, 6) not null,
    primary key (run_id, stage, attempt)
);

-- Taken and renewed by the stage services with one conditional UPDATE on the database's clock.
create table stage_lease (
    project_id  uuid        not null,
    stage       text        not null,
    fingerprint text        not null,
    epoch       bigint      not null,
    owner       text        not null,
    lease_until timestamptz not null,
    primary key (project_id, stage, fingerprint)
);

-- Written before every paid call: what it costs, and what stops a second payment.
create table provider_calls (
    id          uuid primary key,
    run_id      uuid        not null,
    stage       text        not null,
    attempt     integer     not null,
    fingerprint text        not null,
    provider    text        not null,
    model       text        not null,
    external_id text,
    units       numeric(14, 4),
    unit        text,
    price_usd   numeric(12, 6),
    outcome     text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index provider_calls_of_run on provider_calls (run_id);
create unique index provider_calls_external on provider_calls (provider, external_id) where external_id is not null;

create table outbox (
    id         bigint generated always as identity primary key,
    event_id   text        not null unique,
    run_id     uuid        not null,
    topic      text        not null,
    key        text        not null,
    value      text        not null,
    headers    jsonb       not null,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;
create index outbox_unsent_of_run on outbox (run_id, id) where sent_at is null;

-- Wakes the relay as soon as the transaction commits; the relay also polls, so a lost notification costs half a second.
create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end
$$;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

create table processed_events (
    event_id     text primary key,
    processed_at timestamptz not null default now()
);
