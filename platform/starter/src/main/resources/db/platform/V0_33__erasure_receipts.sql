create table erasure_receipt (
    person varchar(80) primary key,
    name_sealed text not null,
    email_sealed text not null,
    since timestamptz not null
);
comment on table erasure_receipt is 'Where the receipt of an erasure goes: sealed, until it has left, two days at most.';
