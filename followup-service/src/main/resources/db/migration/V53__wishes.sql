-- whether both sides of a pair that is over would go on in person: rebuilt from this service's own events
create table pair_wish (
    pair          text primary key,
    asked_on      date not null,
    mentor_agrees boolean,
    family_agrees boolean
);
