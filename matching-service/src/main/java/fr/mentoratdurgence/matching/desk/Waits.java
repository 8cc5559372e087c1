package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.engine.LineId;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import fr.mentoratdurgence.matching.engine.WhyWaiting.Outbid;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.running.LiveMatching;
import fr.mentoratdurgence.matching.running.LiveView;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * « Pourquoi pas encore ? » in sentences that can be read aloud. From the plan that keeps up with the store; where there
 * is none, counted on the spot, without who is served instead.
 */
@Component
class Waits {
    private final LineActs acts;
    private final OperationDay day;
    private final Runs runs;
    private final LiveMatching live;
    private final PolicyVersions policies;
    private final Wording wording;

    Waits(LineActs acts, OperationDay day, Runs runs, LiveMatching live, PolicyVersions policies, Wording wording) {
        this.acts = acts;
        this.day = day;
        this.runs = runs;
        this.live = live;
        this.policies = policies;
        this.wording = wording;
    }

    /**
     * A waiting line with its reason.
     *
     * @param served seats that would get a mentor if a run began now
     * @param ahead  the line that is served instead, where the person may see it
     */
    record WaitingCard(
            FreeLine line,
            int days,
            String subjects,
            int served,
            List<String> reasons,
            @Nullable String ahead) {}

    List<WaitingCard> cards(List<FreeLine> lines, Person person) {
        LiveView view = live.view().orElse(null);
        Map<LineId, WhyWaiting> reasons = new HashMap<>();
        if (view == null) {
            for (ExplainedPlan.Waiting waiting : runs.whyWaiting(lines)) {
                reasons.put(waiting.id(), waiting.why());
            }
        }
        return lines.stream()
                .map(line -> {
                    WhyWaiting why = view == null ? reasons.get(line.id()) : view.why(line.id());
                    int served = view == null ? 0 : view.served(line.id());
                    FreeLine ahead = ahead(why, person);
                    return new WaitingCard(
                            line,
                            line.waitingDays(day.today()),
                            wording.words("matiere", line.profile().subjects()),
                            served,
                            sentences(line, served, why, ahead),
                            ahead == null ? null : "/appariement/lignes/" + ahead.need() + "/" + ahead.line());
                })
                .toList();
    }

    /** A line that a dry run leaves waiting. */
    List<String> sentences(FreeLine line, WhyWaiting why, Person person) {
        return sentences(line, 0, why, ahead(why, person));
    }

    private @Nullable FreeLine ahead(@Nullable WhyWaiting why, Person person) {
        Outbid by = why == null ? null : why.outbidBy();
        return by == null
                ? null
                : acts.visibleLine(by.need(), by.line(), person).orElse(null);
    }

    private List<String> sentences(FreeLine line, int served, @Nullable WhyWaiting why, @Nullable FreeLine ahead) {
        List<String> said = new ArrayList<>();
        if (served > 0) {
            said.add(wording.of("attente.servie", served));
        }
        if (line.kept() > 0) {
            said.add(wording.of("attente.gardee", line.kept()));
        }
        if (why == null) {
            return said;
        }
        if (why.outbidBy() != null) {
            said.addAll(outbid(why.outbidBy(), ahead));
        }
        if (why.available() > 0) {
            said.add(
                    why.available() == 1
                            ? wording.of("attente.libre.un")
                            : wording.of("attente.libre", why.available()));
        }
        if (why.outbid() > 0) {
            said.add(why.outbid() == 1 ? wording.of("attente.pris.un") : wording.of("attente.pris", why.outbid()));
        }
        why.removed().forEach(count -> said.add(wording.of("regle.attente." + count.rule(), count.mentors())));
        if (why.mentors() == 0) {
            said.add(wording.of("attente.personne"));
        }
        return said;
    }

    /** By whom, and at what price. */
    private List<String> outbid(Outbid by, @Nullable FreeLine ahead) {
        String audience = by.audience() == PriorityAudience.NONE
                ? wording.of("attente.devance.sans")
                : wording.of("public.court." + by.audience());
        String who = ahead == null
                ? wording.of("attente.devance.ailleurs", audience)
                : wording.of(
                        "attente.devance.ici",
                        audience,
                        wording.of("niveau.court." + ahead.profile().levelBand()),
                        ahead.departement());
        if (by.byFloor()) {
            return List.of(wording.of("attente.devance.plancher", who));
        }
        if (by.price() == by.weight()) {
            return List.of(wording.of("attente.devance.egal", who, by.weight()));
        }
        List<String> said = new ArrayList<>();
        said.add(wording.of("attente.devance.poids", who, by.price(), by.weight()));
        int perDay = policies.active().pointsPerWaitingDay();
        if (perDay > 0) {
            said.add(wording.of("attente.devance.jours", Math.ceilDiv(by.price() - by.weight(), perDay)));
        }
        return said;
    }
}
