alter table dead_letter add column unknown_type text not null default '';
comment on column dead_letter.unknown_type is
    'The type that the version that parked the record did not know; a version that knows it tries it again by itself.';
