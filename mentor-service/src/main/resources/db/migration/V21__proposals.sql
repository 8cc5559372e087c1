-- whose needs a mentor is proposed to or paired with: who follows them may reach the mentor
create table open_proposal (
    proposal    text primary key,
    mentor      text not null,
    referent    text not null,
    departement text not null
);
create index on open_proposal (mentor);
alter table companion add column referent text, add column departement text;

-- a column of sealed data says so, so that the search for personal data knows what may stand there
alter table mentor_identity rename column first_name to first_name_sealed;
alter table mentor_identity rename column last_name to last_name_sealed;
alter table mentor_identity rename column email to email_sealed;
alter table mentor_identity rename column phone to phone_sealed;
