package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.followup.pairs.NextSession;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what pairs plan. Of a pair that is over nothing is planned. */
@Component
class PlanBoard implements NextSession {
    private final JdbcClient db;
    private final OperationDay day;
    private final FrenchTime time;
    private final Texts texts;

    PlanBoard(JdbcClient db, OperationDay day, FrenchTime time, Texts texts) {
        this.db = db;
        this.day = day;
        this.time = time;
        this.texts = texts;
    }

    /** What this pair plans, where any of it is still to come. */
    Optional<SessionPlan> of(PairRow pair) {
        return pair.live()
                ? db.sql("select * from session_plan where pair = ?")
                        .param(pair.pair())
                        .query(SessionPlan.class)
                        .optional()
                        .filter(plan -> next(plan, pair).isPresent())
                : Optional.empty();
    }

    @Override
    public Map<String, String> of(List<PairRow> pairs) {
        Map<String, String> words = new HashMap<>();
        eachNext(pairs, (plan, pair, on) -> words.put(pair.pair(), said(plan, on)));
        return words;
    }

    @Override
    public List<Planned> planned(List<PairRow> pairs, LocalDate until) {
        List<Planned> planned = new ArrayList<>();
        eachNext(pairs, (plan, pair, on) -> {
            if (!on.isAfter(until)) {
                planned.add(new Planned(pair, on, plan.startMinute(), plan.minutes()));
            }
        });
        planned.sort(Comparator.comparing(Planned::on).thenComparingInt(Planned::startMinute));
        return planned;
    }

    /** What is told of the next session of a pair. */
    private interface Told {
        void of(SessionPlan plan, PairRow pair, LocalDate on);
    }

    private void eachNext(List<PairRow> pairs, Told told) {
        Map<String, PairRow> living =
                pairs.stream().filter(PairRow::live).collect(Collectors.toMap(PairRow::pair, Function.identity()));
        for (SessionPlan plan : db.sql("select * from session_plan where pair = any(?)")
                .param(living.keySet().toArray(String[]::new))
                .query(SessionPlan.class)
                .list()) {
            PairRow pair = Objects.requireNonNull(living.get(plan.pair()));
            next(plan, pair).ifPresent(on -> told.of(plan, pair, on));
        }
    }

    private String said(SessionPlan plan, LocalDate on) {
        return texts.of(
                "suivi.agenda.prochaine." + (plan.weekly() ? "semaine" : "une"),
                time.weekday(on),
                time.hour(plan.startMinute()),
                plan.minutes());
    }

    private Optional<LocalDate> next(SessionPlan plan, PairRow pair) {
        return plan.next(day.today(), pair::rests);
    }
}
