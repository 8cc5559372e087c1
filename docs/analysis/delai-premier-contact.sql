-- Jours entre l’ouverture d’un binôme et son premier contact : médiane et neuvième décile, par niveau.
select level_band, count(*) as pairs, count(contacted_on) as contacted,
       median(date_diff('day', opened_on, contacted_on)) as median_days,
       quantile_cont(date_diff('day', opened_on, contacted_on), 0.9) as p90_days
from pairs where opened group by level_band order by level_band;
