create table erased_person (
    person varchar(80) primary key,
    erased_at timestamptz not null
);
comment on table erased_person is
    'Who was erased here, by number alone: an older backup that is put back still knows them, and they are erased again by this list, which is kept apart from it.';
