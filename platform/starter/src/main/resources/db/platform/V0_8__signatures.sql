alter table dead_letter add column signature text not null default '';
comment on column dead_letter.signature is 'As the record brought it: it is looked at again before the record has any effect.';
alter table dead_letter add column forged boolean not null default false;
comment on column dead_letter.forged is
    'Its signature does not hold, so nobody of the operation told it: it has no effect, and no record of its key waits behind it.';
