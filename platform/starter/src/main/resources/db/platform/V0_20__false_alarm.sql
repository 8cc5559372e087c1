-- Words that the detector saw and that somebody of the team let pass: who, when, by which rules and why; never the words.
create table false_alarm (
    account     text        not null,
    role        text        not null,
    field       text        not null,
    rules       text        not null,
    reason      text        not null,
    -- keyed mark of the words, by which the next step of the same form knows them again
    mark        text        not null,
    occurred_at timestamptz not null,
    primary key (account, mark)
);
create trigger false_alarm_append_only before update or delete on false_alarm
    for each row execute function refuse_change();
