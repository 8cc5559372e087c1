-- Les deux horloges : ce que l’on savait le 5 mai des séances d’avril (tenu jusqu’au 30 avril, enregistré jusqu’à minuit
-- le 5 mai à Paris ; les instants des segments sont en UTC).
select channel, count(*) as sessions, sum(minutes) / 60 as hours
from sessions
where recorded_at < timezone('UTC', timezone('Europe/Paris', timestamp '2020-05-06 00:00:00')) and held_on <= date '2020-04-30'
group by channel order by channel;
