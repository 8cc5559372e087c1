-- How far each service has told, by partition of its topic: a day is complete when all of them are past it.
create table publisher_position (
    topic text not null,
    topic_partition int not null,
    partitions int not null,
    source text not null,
    recorded_until timestamptz not null,
    position bigint not null,
    primary key (topic, topic_partition)
);

-- what came lately, whenever it was recorded: facts that came after their day was sealed are found by it
create index history_received on history using brin (received_at);
