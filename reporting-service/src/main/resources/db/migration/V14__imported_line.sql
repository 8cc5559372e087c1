-- How many of the first lines of the manifest were brought from another machine, noted with their facts: no store and no
-- topic of this one has them.
create table imported_line (
    line int primary key,
    noted_at timestamptz not null
);
create trigger imported_line_append_only before update or delete on imported_line
    for each row execute function history_refuse_change();
