-- names of the staff are followup-service's: kept there, shown from there, erased there
drop table staff_name;
