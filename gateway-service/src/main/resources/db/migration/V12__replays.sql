-- A run may repeat a past one from one of its stages: as a run that counts (VIDEO, SCRIPT), or in the shadow.
alter table runs
    add column replay_of  uuid,                                     -- the run that it repeats; may be swept since
    add column from_stage text check (from_stage in ('SCRIPT', 'VOICE', 'LIPSYNC', 'EDITING', 'CAPTION')),
    add column paid_calls boolean not null default true,            -- whether providers may be paid for it
    drop constraint runs_kind_check,
    add constraint runs_kind_check check (kind in ('VIDEO', 'SCRIPT', 'SHADOW')),
    add constraint runs_shadows_repeat check (kind <> 'SHADOW' or (replay_of is not null and from_stage is not null));

-- What happens in the shadow is the operators' alone. Stages follow, whose policy reads this table under this one.
do $$
begin
    if to_regrole('authenticated') is not null then
        alter policy own_runs on runs using (user_id = (select auth.uid()) and kind <> 'SHADOW');
    end if;
end
$$;
