-- who told a session, who else stands for it, what it was about, and what became of it
alter table pair_fact
    add column session      text,
    add column told_by      text,
    add column confirmed_by text[] not null default '{}',
    add column support      text[] not null default '{}',
    add column corrected    boolean not null default false,
    add column gone         boolean not null default false,
    add column amendment    text;
