-- the first day without a proof of good standing that counts: nothing is proposed to the mentor; null = one counts
alter table mentor_load add column proof_expired_on date;
