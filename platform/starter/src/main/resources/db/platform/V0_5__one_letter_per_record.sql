-- Only among those that wait: after the loss of a topic its offsets begin again, and a record of today may stand where one
-- stood that was dealt with long ago.
alter table dead_letter drop constraint dead_letter_topic_record_partition_record_offset_key;
create unique index dead_letter_once on dead_letter (topic, record_partition, record_offset) where resolved_at is null;
