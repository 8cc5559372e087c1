alter table dead_letter add column unknown_type text not null default '';
comment on column dead_letter.unknown_type is
    'The type that the version that parked the record did not know; a version that knows it tries it again by itself.';

create table event_type (
    name varchar(200) primary key,
    told boolean not null
);
comment on table event_type is
    'The types of events that any version of this service has known, and whether they are told: what is stored and stands not here is neither private nor told.';

alter table processed_command add column content char(64);
comment on column processed_command.content is
    'Digest of the request that brought the command id; empty where the id itself is made of the content.';
