-- going on in person with a member association: the last proposal, and its steps in the story
alter table pair add column continuation_with text, add column continuation text;
alter table pair_fact add column association text, add column answered_by text;
