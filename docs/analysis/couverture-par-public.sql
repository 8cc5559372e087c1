-- Places demandées, et places qui ont trouvé un mentor, par public prioritaire.
select n.priority_audience,
       sum(l.places) as places,
       (select count(*) from covered_seats s join needs m on m.subject_high = s.need_high and m.subject_low = s.need_low
        where m.priority_audience = n.priority_audience) as covered
from need_lines l join needs n on n.need = l.need
where n.withdrawn_for is null
group by n.priority_audience order by n.priority_audience;
