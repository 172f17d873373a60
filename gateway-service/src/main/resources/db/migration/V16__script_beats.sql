-- What is shown with each part of a script, and other openings that it may have.
alter table scripts
    add column beats jsonb not null default '[]',
    add column hooks jsonb not null default '[]';
