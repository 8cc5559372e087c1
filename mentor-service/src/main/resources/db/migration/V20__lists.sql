-- the pool is read along an index: by département, in the whole country, and those who help anywhere
drop index mentor_row_status_applied_on_idx;
create index mentor_row_by_departement on mentor_row (departement, status, applied_on, mentor) where not anywhere;
create index mentor_row_anywhere on mentor_row (status, applied_on, mentor) where anywhere;
create index mentor_row_by_status on mentor_row (status, applied_on, mentor);

-- whose proof ends, the earliest first
create index mentor_proof_ends on mentor_row (departement, proof_expires_on, mentor) where status = 'ACTIVE';
create index mentor_proof_ends_anywhere on mentor_row (proof_expires_on, mentor) where status = 'ACTIVE';
