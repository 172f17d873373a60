-- A call that a provider answers later: the stage lets go of it, and whoever wakes it finds all it needs in the row.
alter table provider_calls
    add column project_id   uuid,
    add column request      jsonb,                                   -- the stage's request, run again when the call is woken
    add column deadline     timestamptz,                             -- the run's
    add column tries        integer not null default 0,              -- how often the provider was asked to start
    add column started_at   timestamptz,                             -- when it was last asked
    add column finished_at  timestamptz,                             -- when its end was seen
    add column polls        integer not null default 0,
    add column next_poll_at timestamptz,
    add column closed_at    timestamptz,                             -- once the stage has told the outcome
    add column failure_code text,
    add column error        text;

-- What stops a second payment, whatever two pods believe at the same moment: PREPARED (nothing asked yet), STARTED (asked,
-- its fate unknown), SUBMITTED (the provider's id is known) and SUCCEEDED are one of a kind; FAILED, CANCELLING, CANCELLED
-- and LOST (paid, but the output is gone) may be followed by another call.
create unique index provider_calls_paid_once on provider_calls (project_id, stage, fingerprint, provider)
    where outcome in ('PREPARED', 'STARTED', 'SUBMITTED', 'SUCCEEDED');
create index provider_calls_open on provider_calls (stage, next_poll_at) where closed_at is null;
