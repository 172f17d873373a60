-- What a call under way may cost: counted against the caps until its price is known.
alter table provider_calls
    add column reserved_usd numeric(12, 6) check (reserved_usd >= 0);

-- What was spent in a day.
create index provider_calls_started on provider_calls (started_at) where started_at is not null;
