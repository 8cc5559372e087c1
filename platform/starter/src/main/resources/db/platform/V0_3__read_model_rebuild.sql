create table read_model_rebuild (
    name varchar(100) primary key,
    state varchar(20) not null,
    shape char(64) not null,
    code char(64) not null,
    position bigint not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    cause text,
    resumed_position bigint not null,
    resumed_at timestamptz not null,
    moved_at timestamptz not null
);
comment on table read_model_rebuild is 'How far the last rebuild of each read model is; its rows stand in a schema of their own until they replace the old ones.';
comment on column read_model_rebuild.shape is 'Digest of the tables, like code of the projection, when it began: a rebuild never goes on with others.';
comment on column read_model_rebuild.resumed_at is 'Like moved_at by the clock on the wall, whatever clock the operation lives by: the pace is measured between them.';
