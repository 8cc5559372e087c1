-- the first day without a proof that counts, once it was told; null while one counts, or until it is told
alter table mentor_row add column proof_expiry_told date;
create index mentor_row_proof_to_tell on mentor_row (proof_expires_on)
    where status = 'ACTIVE' and proof_expiry_told is null;
