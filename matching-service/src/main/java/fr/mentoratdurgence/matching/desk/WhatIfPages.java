package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.running.MatchingJob;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.whatif.Acceptance;
import fr.mentoratdurgence.matching.whatif.Counterfactual;
import fr.mentoratdurgence.matching.whatif.Counterfactual.Tally;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.Jobs;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Et si ? »: the recorded season under another version of the policy. The answer has an address of its own. */
@Controller
class WhatIfPages {
    private final Jobs jobs;
    private final RunBoard board;
    private final PolicyVersions policies;
    private final Wording wording;
    private final FormAct forms;

    WhatIfPages(Jobs jobs, RunBoard board, PolicyVersions policies, Wording wording, FormAct forms) {
        this.jobs = jobs;
        this.board = board;
        this.policies = policies;
        this.wording = wording;
        this.forms = forms;
    }

    /** An audience under both policies. */
    record Pair(String audience, Told inForce, Told other) {
        /** Percent that the other policy covers more, or fewer. */
        public int gain() {
            return other.tally().coverage() - inForce.tally().coverage();
        }

        public List<Told> sides() {
            return List.of(inForce, other);
        }
    }

    /** How it fares under one of them; days in words. */
    record Told(int version, Tally tally, String median, String p95) {}

    @GetMapping("/appariement/et-si")
    ModelAndView ask(
            @RequestParam(required = false) @Nullable String regle,
            @RequestParam(required = false) @Nullable String acceptance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String travail,
            Person person,
            CommandContext context) {
        ModelAndView page = new ModelAndView("appariement/et-si")
                .addObject(
                        "versions",
                        board.policies().stream()
                                .map(row -> String.valueOf(row.policy().version()))
                                .map(number -> new Choice(number, wording.of("regle.version", number)))
                                .toList())
                .addObject("answers", wording.options("etsi.reponses", Acceptance.values()))
                .addObject("activeVersion", policies.active().version())
                .addObject("regle", regle)
                .addObject("acceptance", acceptance == null ? Acceptance.RECORDED.name() : acceptance)
                .addObject("from", from)
                .addObject("to", to);
        if (regle == null && travail == null) {
            return page;
        }
        return forms.answer(
                () -> jobs.show(
                        MatchingJob.WHAT_IF,
                        travail != null ? travail : asked(String.valueOf(regle), acceptance, from, to, person, context),
                        person,
                        Counterfactual.class,
                        found -> show(page, found)),
                () -> page);
    }

    private String asked(
            String regle,
            @Nullable String acceptance,
            @Nullable String from,
            @Nullable String to,
            Person person,
            CommandContext context) {
        return jobs.ask(MatchingJob.WHAT_IF, WhatIfForm.asked(version(regle), acceptance, from, to), person, context);
    }

    private int version(String regle) {
        if (board.policies().stream()
                .noneMatch(row -> String.valueOf(row.policy().version()).equals(regle))) {
            new Violations().add("regle", "etsi.regle").throwIfAny();
        }
        return Integer.parseInt(regle);
    }

    private ModelAndView show(ModelAndView page, Counterfactual found) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.inForce().audiences().size(); i++) {
            pairs.add(pair(
                    found,
                    found.inForce().audiences().get(i),
                    found.other().audiences().get(i)));
        }
        Pair all = pair(found, found.inForce().all(), found.other().all());
        return page.addObject("found", found)
                .addObject("regle", String.valueOf(found.other().version()))
                .addObject("firstDay", wording.day(found.from()))
                .addObject("lastDay", wording.day(found.to()))
                .addObject("all", all)
                .addObject("pairs", pairs)
                .addObject(
                        "lines", Stream.concat(pairs.stream(), Stream.of(all)).toList());
    }

    private Pair pair(Counterfactual found, Tally inForce, Tally other) {
        return new Pair(
                inForce.audience() == null ? wording.of("etsi.tous") : wording.of("public.court." + inForce.audience()),
                told(found.inForce().version(), inForce),
                told(found.other().version(), other));
    }

    private Told told(int version, Tally tally) {
        return new Told(version, tally, days(tally.medianDays()), days(tally.p95Days()));
    }

    private String days(@Nullable Integer days) {
        return days == null ? wording.of("etsi.pasatteint") : wording.of("etsi.jours", days);
    }
}
