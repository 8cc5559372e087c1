package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A policy in sentences, and how two of them differ. */
@Component
class PolicyWords {
    static final Set<Term> FIT = EnumSet.range(Term.SUBJECTS, Term.MENTOR_WAITING);
    private static final int HOURS_OF_A_DAY = 24;

    private final Wording wording;

    PolicyWords(Wording wording) {
        this.wording = wording;
    }

    /** Sentences under a heading; {@code key} of the heading's text. */
    record Chapter(String key, List<String> sentences) {}

    /** A number or code that differs; in words. */
    record Change(String what, String before, String after) {}

    List<Chapter> of(Policy policy) {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter("regle.chapitre.obligatoire", mandatory(policy)));
        chapters.add(new Chapter("regle.chapitre.planchers", floors(policy)));
        chapters.add(new Chapter("regle.chapitre.ordre", order(policy)));
        chapters.add(new Chapter("regle.chapitre.convenance", fit(policy)));
        chapters.add(new Chapter("regle.chapitre.delais", limits(policy)));
        return chapters;
    }

    List<Change> changes(Policy before, Policy after) {
        Map<String, String> old = facts(before);
        List<Change> changes = new ArrayList<>();
        facts(after).forEach((what, now) -> {
            String then = Objects.requireNonNull(old.get(what));
            if (!then.equals(now)) {
                changes.add(new Change(what, then, now));
            }
        });
        return changes;
    }

    private List<String> mandatory(Policy policy) {
        List<String> said = new ArrayList<>();
        for (HardRule rule : HardRule.values()) {
            if (!policy.rules().contains(rule)) {
                continue;
            }
            said.add(
                    switch (rule) {
                        case COMMON_SLOT -> wording.of("regle.dit.COMMON_SLOT", policy.minimumCommonMinutes());
                        case MINOR_MENTOR ->
                            policy.minorMentorBands().isEmpty()
                                    ? wording.of("regle.dit.MINOR_MENTOR.aucun")
                                    : wording.of(
                                            "regle.dit.MINOR_MENTOR",
                                            wording.words(
                                                    "niveau.court",
                                                    policy.minorMentorBands().stream()
                                                            .sorted()
                                                            .toList()));
                        default -> wording.of("regle.dit." + rule);
                    });
        }
        Set<HardRule> off = EnumSet.allOf(HardRule.class);
        off.removeAll(policy.rules());
        if (!off.isEmpty()) {
            said.add(wording.of("regle.dit.levees", wording.words("regle.nom", off)));
        }
        return said;
    }

    private List<String> floors(Policy policy) {
        List<String> said = new ArrayList<>();
        for (PriorityAudience audience : PriorityAudience.values()) {
            int percent = policy.floors().getOrDefault(audience, 0);
            if (percent > 0) {
                said.add(wording.of("regle.plancher", wording.of("public.court." + audience), percent));
            }
        }
        if (said.isEmpty()) {
            said.add(wording.of("regle.plancher.aucun"));
        }
        return said;
    }

    private List<String> order(Policy policy) {
        List<String> said = new ArrayList<>();
        for (PriorityAudience audience : PriorityAudience.values()) {
            int points = policy.audiencePoints().getOrDefault(audience, 0);
            if (points > 0) {
                said.add(wording.of("regle.public", wording.of("public.court." + audience), points));
            }
        }
        said.add(
                policy.pointsPerWaitingDay() == 0
                        ? wording.of("regle.attend.rien")
                        : wording.of("regle.attend", policy.pointsPerWaitingDay()));
        return said;
    }

    private List<String> fit(Policy policy) {
        List<String> said = new ArrayList<>();
        for (Term term : FIT) {
            int points = policy.points(term);
            if (points != 0) {
                said.add(wording.of("regle.terme." + term, points, limit(term, policy)));
            }
        }
        if (said.isEmpty()) {
            said.add(wording.of("regle.terme.aucun"));
        }
        return said;
    }

    private static int limit(Term term, Policy policy) {
        return switch (term) {
            case COMMON_TIME -> policy.commonHoursCounted();
            case MENTOR_WAITING -> policy.mentorWeeksCounted();
            default -> 0;
        };
    }

    private List<String> limits(Policy policy) {
        int hours = policy.proposalHours();
        return List.of(
                hours % HOURS_OF_A_DAY == 0
                        ? wording.of("regle.delai.jours", hours / HOURS_OF_A_DAY)
                        : wording.of("regle.delai", hours),
                policy.referentLoadLimit() == 0
                        ? wording.of("regle.charge.aucune")
                        : wording.of("regle.charge", policy.referentLoadLimit()));
    }

    /** Each number and code with its name, in the order of the form. */
    private Map<String, String> facts(Policy policy) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (HardRule rule : HardRule.values()) {
            facts.put(
                    wording.of("regle.nom." + rule),
                    wording.of(policy.rules().contains(rule) ? "regle.obligatoire.oui" : "regle.obligatoire.non"));
        }
        facts.put(wording.of("regle.champ.minimumCommonMinutes"), String.valueOf(policy.minimumCommonMinutes()));
        facts.put(
                wording.of("regle.champ.minorMentorBands"),
                policy.minorMentorBands().isEmpty()
                        ? wording.of("regle.champ.aucun")
                        : wording.words(
                                "niveau.court",
                                policy.minorMentorBands().stream().sorted().toList()));
        for (PriorityAudience audience : PriorityAudience.values()) {
            facts.put(
                    wording.of("regle.champ.floors", wording.of("public.court." + audience)),
                    String.valueOf(policy.floors().getOrDefault(audience, 0)));
        }
        for (PriorityAudience audience : PriorityAudience.values()) {
            facts.put(
                    wording.of("regle.champ.audiencePoints", wording.of("public.court." + audience)),
                    String.valueOf(policy.audiencePoints().getOrDefault(audience, 0)));
        }
        facts.put(wording.of("regle.champ.pointsPerWaitingDay"), String.valueOf(policy.pointsPerWaitingDay()));
        for (Term term : FIT) {
            facts.put(wording.of("regle.champ.fit." + term), String.valueOf(policy.points(term)));
        }
        facts.put(wording.of("regle.champ.commonHoursCounted"), String.valueOf(policy.commonHoursCounted()));
        facts.put(wording.of("regle.champ.mentorWeeksCounted"), String.valueOf(policy.mentorWeeksCounted()));
        facts.put(wording.of("regle.champ.proposalHours"), String.valueOf(policy.proposalHours()));
        facts.put(wording.of("regle.champ.referentLoadLimit"), String.valueOf(policy.referentLoadLimit()));
        return facts;
    }
}
