create table act_link (
    hash char(64) primary key,
    purpose varchar(60) not null,
    person varchar(80) not null,
    subject varchar(80) not null,
    minted_at timestamptz not null,
    expires_at timestamptz not null,
    uses_left int,
    revoked_at timestamptz
);
comment on table act_link is
    'Links in letters, by the hash of their 256 random bits: what leads to a subject for one purpose, until it expires, is used up or is revoked.';
comment on column act_link.uses_left is 'Empty = as often as wanted until it expires.';
create index act_link_of_person on act_link (person) where revoked_at is null;
create index act_link_of_subject on act_link (subject) where revoked_at is null;
