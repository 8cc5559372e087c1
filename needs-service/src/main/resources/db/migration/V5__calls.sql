-- who called the structure, when and with which result: one row for each ContactAttempted
create table need_call (
    need        text    not null,
    number      bigint  not null,
    referent    text    not null,
    reached     boolean not null,
    occurred_on date    not null,
    primary key (need, number)
);
alter table need add column withdrawn_at timestamptz;

-- what happened before this version
insert into need_call(need, number, referent, reached, occurred_on)
select aggregate_id, sequence_number, payload ->> 'referent', (payload ->> 'reached')::boolean,
       (payload ->> 'occurredOn')::date
from domain_event where payload_type = 'needs.ContactAttempted';
update need n set withdrawn_at = e.time_stamp
from domain_event e where e.aggregate_id = n.need and e.payload_type = 'needs.NeedWithdrawn';
