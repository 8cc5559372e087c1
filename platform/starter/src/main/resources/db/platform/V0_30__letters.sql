create table letter (
    position bigint generated always as identity primary key,
    letter_id varchar(160) not null unique,
    kind varchar(60) not null,
    person varchar(80) not null,
    parameters json not null,
    urgent boolean not null,
    settled_by varchar(160) not null default '',
    written_at timestamptz not null,
    due_at timestamptz not null,
    digest boolean not null default false,
    state varchar(20) not null default 'WAITING',
    channel varchar(10) not null default '',
    cause varchar(40) not null default '',
    attempts int not null default 0,
    claimed_until timestamptz,
    ended_at timestamptz,
    settled_at timestamptz,
    done_key varchar(240)
);
comment on table letter is
    'What people are told: written in the transaction of the fact that it follows from, never by a projection. Ids, codes and dates only; the text is made at the moment of sending, and the address stays with the person''s own row.';
comment on column letter.settled_by is 'What ends the reason for this letter, such as proposal-<uuid>: it is not sent any more, and leaves "À faire".';
comment on column letter.claimed_until is 'By the clock on the wall, whatever clock the operation lives by: who claimed it and died loses it then.';
create index letter_next on letter (urgent desc, due_at, position) where state = 'WAITING';
create index letter_before on letter (person, position) where state = 'WAITING' and not urgent;
create index letter_of_person on letter (person, position);
create index letter_reason on letter (settled_by) where settled_at is null and settled_by <> '';
create index letter_by_message_id on letter (replace(letter_id, ':', '.'));
comment on column letter.done_key is 'Which sending of many noted that it was said by telephone, as long as that can be taken back.';
create index letter_done on letter (done_key) where done_key is not null;
create index letter_unreached on letter (person) where state = 'TO_CALL';

create table letter_preference (
    person varchar(80) not null,
    kind varchar(60) not null,
    rhythm varchar(20) not null,
    primary key (person, kind)
);

create table letter_channel (
    person varchar(80) primary key,
    channel varchar(10) not null
);
comment on table letter_channel is 'How a person wants what cannot wait; a letter where nothing was chosen.';

create table letter_closed_channel (
    person varchar(80) not null,
    channel varchar(10) not null,
    cause varchar(40) not null,
    closed_at timestamptz not null,
    primary key (person, channel)
);
comment on table letter_closed_channel is 'Addresses that were refused or complained, until the person''s address is corrected.';
