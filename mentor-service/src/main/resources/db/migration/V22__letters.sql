-- several people may share a mailbox, and who has none is known by the telephone: one row per name under an address
alter table mentor_identity drop constraint mentor_identity_email_hash_key;
alter table mentor_identity add column name_hash text not null default '';
alter table mentor_identity add constraint mentor_identity_once unique (email_hash, name_hash);
comment on column mentor_identity.email_hash is 'Keyed hash of the address, or of the telephone of who has none.';
comment on column mentor_identity.email_sealed is 'An empty text, sealed, of who has no address.';

-- the first day on which we knew that letters arrive; null again once the address is corrected
alter table mentor_row add column email_confirmed_on date;
