-- an end has a day of its own, and says what becomes of the place; pairs that are over are found
alter table pair add column seat_held_until date;
alter table pair_fact add column afterwards text;
