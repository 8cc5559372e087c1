-- Faits racontés après coup : combien de jours entre ce qui est arrivé et son enregistrement, à Paris comme dans le bilan.
with dated as (
    select type, told_on, cast(timezone('Europe/Paris', timezone('UTC', recorded_at)) as date) as recorded_on from facts
)
select type, count(*) as facts, max(date_diff('day', told_on, recorded_on)) as latest
from dated where told_on < recorded_on group by type order by facts desc, type;
