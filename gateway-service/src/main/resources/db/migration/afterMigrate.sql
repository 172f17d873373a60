-- At each start of the gateway: the trigger that welcomes new users gives what the gateway itself would give.
update starting_profile set credits = ${starting_credits}, is_beta_user = ${new_users_are_beta}
where credits <> ${starting_credits} or is_beta_user <> ${new_users_are_beta};

-- Flyway's own table stands in the same schema. Not in a migration, which would wait for Flyway and Flyway for it.
do $$
begin
    if exists (select from pg_class where oid = to_regclass('flyway_schema_history') and not relrowsecurity) then
        alter table flyway_schema_history enable row level security;
    end if;
end
$$;
