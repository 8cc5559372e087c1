-- the first day on which we knew that letters arrive; null again once the address is corrected
alter table mentor_row add column email_confirmed_on date;
