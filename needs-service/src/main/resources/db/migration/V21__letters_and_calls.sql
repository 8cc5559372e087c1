-- who lost the link types an address: found by a keyed mark, never readable
alter table contact add column email_mark text;
create index contact_by_email on contact (email_mark);
-- when the contact can be called, and the day by which somebody should have
alter table need add column call_times text not null default '';
alter table need add column call_due_on date;
