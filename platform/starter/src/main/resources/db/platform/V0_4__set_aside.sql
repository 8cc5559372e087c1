alter table dead_letter add column set_aside_by text;
comment on column dead_letter.set_aside_by is
    'Pseudonymous account of the person of ops who gave up on the record: it had no effect here and never will.';
