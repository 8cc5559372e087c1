-- Poursuites en présentiel : proposées, convenues, déclinées, par association membre ; parmi elles, binômes clos comme prévu.
select continues_with as association, count(*) as proposed,
       count(*) filter (continuation = 'AGREED') as agreed,
       count(*) filter (continuation = 'DECLINED') as declined,
       count(*) filter (continuation = 'AGREED' and closed_as_planned) as after_planned_end
from pairs where continuation is not null group by association order by proposed desc, association;
