-- Faits racontés après coup : combien de jours entre ce qui est arrivé et son enregistrement.
select type, count(*) as facts, max(date_diff('day', told_on, cast(recorded_at as date))) as latest
from facts where told_on < cast(recorded_at as date) group by type order by facts desc, type;
