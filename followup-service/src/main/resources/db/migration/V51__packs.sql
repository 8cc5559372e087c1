-- what was shared for a line (pair = '') or for one pair, and what of it served: rebuilt from this service's own events
create table resource_share (
    need      text not null,
    line      integer not null,
    pair      text not null,
    resource  text not null,
    side      text not null,
    support   text not null,
    shared_on date not null,
    primary key (need, line, pair, resource, side)
);

create table resource_use (
    pair     text not null,
    resource text not null,
    used_on  date not null,
    primary key (pair, resource, used_on)
);

-- what a line asks for
alter table known_need_line add column supports text[] not null default '{}';
