-- Places demandées, et places qui ont trouvé un mentor, par public prioritaire. D’un besoin retiré, seules comptent les
-- places qui avaient trouvé un mentor.
with seats as (
    select n.priority_audience, n.withdrawn_for, l.places,
           (select count(*) from covered_seats s
            where s.need_high = l.subject_high and s.need_low = l.subject_low and s.line = l.line) as covered
    from need_lines l join needs n on n.need = l.need
)
select priority_audience, sum(case when withdrawn_for is null then places else covered end) as places, sum(covered) as covered
from seats group by priority_audience order by priority_audience;
