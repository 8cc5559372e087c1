create table stones (
    bowl text primary key,
    stones int not null check (stones >= 0),
    last_actor text not null
) with (fillfactor = 80);
create index stones_of_actor on stones (last_actor) where stones > 0;
comment on table stones is 'How many stones lie in each bowl.';
grant select on stones to public;
create table large_bowl (bowl text primary key, size int not null);
create table large_bowl_stone (number bigint generated always as identity primary key, bowl text not null, laid_by text);
create table antidote (taken int);
