create table inbox_event (
    event_id varchar(80) primary key,
    received_at timestamptz not null
);
create index inbox_event_latest on inbox_event (received_at);
comment on table inbox_event is 'Events of other services that have had their effect here.';

create table dead_letter (
    id bigint generated always as identity primary key,
    topic text not null,
    record_key text not null,
    record_partition int not null,
    record_offset bigint not null,
    envelope text not null,
    cause text not null,
    parked_at timestamptz not null,
    resolved_at timestamptz,
    unique (topic, record_partition, record_offset)
);
create index dead_letter_open on dead_letter (topic, record_key) where resolved_at is null;
