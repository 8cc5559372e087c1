create table stones (bowl text primary key, stones int not null, last_actor text not null);
create table antidote (taken int);
