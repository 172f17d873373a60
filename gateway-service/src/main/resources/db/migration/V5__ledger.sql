-- The ledger is the only way to move a balance: a row of it moves the balance, and nothing else can. So the sum of a
-- user's rows is the user's balance after every statement, whoever writes it.

-- Balances that were set by hand before this held get the row they lack.
insert into credit_ledger (user_id, kind, amount, reason, created_at)
select id, case when credits > booked then 'GRANT' else 'SPEND' end, credits - booked, 'Brought forward', now()
from profiles
cross join lateral (select coalesce(sum(amount), 0) as booked from credit_ledger where user_id = profiles.id) ledger
where credits <> booked;

-- An operator's free attempt reserves nothing, and then nothing comes back.
alter table credit_ledger add constraint credit_ledger_signs check (
    case kind
        when 'GRANT' then amount >= 0
        when 'RESERVE' then amount in (-1, 0)
        when 'SETTLE' then amount = 0
        when 'REFUND' then amount in (0, 1)
        when 'SPEND' then amount < 0
    end);
-- An attempt ends once: settled or refunded, never both.
create unique index credit_ledger_one_end on credit_ledger (run_id, attempt) where kind in ('SETTLE', 'REFUND');

create function credit_ledger_move() returns trigger language plpgsql as $$
begin
    -- The check on profiles.credits refuses what would go below zero.
    update profiles set credits = credits + new.amount, updated_at = now() where id = new.user_id;
    return null;
end
$$;
-- After the insert: a row that a conflict kept out must not move anything.
create trigger credit_ledger_move after insert on credit_ledger
    for each row when (new.amount <> 0) execute function credit_ledger_move();

create function credit_ledger_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a row of credit_ledger is final; write another one' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger credit_ledger_is_final
    before delete or update of id, user_id, kind, amount, attempt, reason, created_at on credit_ledger
    for each row execute function credit_ledger_is_final();

create function profiles_credits_follow_the_ledger() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or pg_trigger_depth() < 2 then
        raise exception 'credits change by a row of credit_ledger alone' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger profiles_begin_with_nothing before insert on profiles
    for each row when (new.credits <> 0) execute function profiles_credits_follow_the_ledger();
create trigger profiles_credits_follow_the_ledger before update of credits on profiles
    for each row when (new.credits <> old.credits) execute function profiles_credits_follow_the_ledger();
