-- Jours entre l’ouverture d’un binôme et son premier contact, par niveau : médiane et neuvième décile de ceux qui se sont
-- parlé. Le bilan compte aussi ceux qui attendent encore (courbe de Kaplan-Meier) : ses délais sont plus longs.
select level_band, count(*) as pairs, count(contacted_on) as contacted, count(*) - count(contacted_on) as waiting,
       median(date_diff('day', opened_on, contacted_on)) as median_days,
       quantile_cont(date_diff('day', opened_on, contacted_on), 0.9) as p90_days
from pairs where opened group by level_band order by level_band;
