-- until which business day exact figures were looked at
alter table exact_view add column happened_until date;

-- one stream, or a rare type, among millions of facts
create index history_stream on history (subject);
create index history_type on history (type);
