-- whose needs a mentor is proposed to or paired with: who follows them may reach the mentor
create table open_proposal (
    proposal    text primary key,
    mentor      text not null,
    referent    text not null,
    departement text not null
);
create index on open_proposal (mentor);
alter table companion add column referent text, add column departement text;
