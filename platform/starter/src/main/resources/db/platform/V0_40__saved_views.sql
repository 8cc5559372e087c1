-- Views of lists that somebody of the team kept: the address, made of codes; see platform.lists.SavedViews.
create table saved_view (
    id       varchar(80) primary key,
    account  varchar(80) not null,
    list     text        not null,
    address  text        not null,
    saved_at timestamptz not null,
    unique (account, list, address)
);
