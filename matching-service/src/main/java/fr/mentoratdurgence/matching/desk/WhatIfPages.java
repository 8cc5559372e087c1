package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.running.Policies;
import fr.mentoratdurgence.matching.whatif.Acceptance;
import fr.mentoratdurgence.matching.whatif.Counterfactual;
import fr.mentoratdurgence.matching.whatif.Counterfactual.Tally;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Et si ? »: the recorded season under another version of the policy. The answer has an address of its own. */
@Controller
class WhatIfPages {
    private final WhatIfDesk desk;
    private final Board board;
    private final Policies policies;
    private final Wording wording;
    private final Texts texts;

    WhatIfPages(WhatIfDesk desk, Board board, Policies policies, Wording wording, Texts texts) {
        this.desk = desk;
        this.board = board;
        this.policies = policies;
        this.wording = wording;
        this.texts = texts;
    }

    /** An audience under both policies; days in words. */
    record Pair(
            String audience,
            Tally inForce,
            Tally other,
            String medianInForce,
            String medianOther,
            String p95InForce,
            String p95Other) {
        /** Percent that the other policy covers more, or fewer. */
        public int gain() {
            return other.coverage() - inForce.coverage();
        }
    }

    @GetMapping("/appariement/et-si")
    String ask(
            @RequestParam(required = false) @Nullable String regle,
            @RequestParam(required = false) @Nullable String acceptance,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            HttpServletResponse response) {
        model.addAttribute(
                "versions",
                board.policies().stream()
                        .map(row -> String.valueOf(row.policy().version()))
                        .map(number -> new Wording.Option(number, wording.of("regle.version", number)))
                        .toList());
        model.addAttribute("answers", wording.options("etsi.reponses", Acceptance.values()));
        model.addAttribute("activeVersion", policies.active().version());
        model.addAttribute("regle", regle);
        model.addAttribute("acceptance", acceptance == null ? Acceptance.RECORDED.name() : acceptance);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        if (regle != null) {
            try {
                show(desk.compare(policies.version(version(regle)), acceptance, from, to), model);
            } catch (InvalidInput invalid) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("violations", texts.of(invalid));
            }
        }
        return "appariement/et-si";
    }

    private int version(String regle) {
        if (board.policies().stream()
                .noneMatch(row -> String.valueOf(row.policy().version()).equals(regle))) {
            new Violations().add("regle", "etsi.regle").throwIfAny();
        }
        return Integer.parseInt(regle);
    }

    private void show(Counterfactual found, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("firstDay", wording.day(found.from()));
        model.addAttribute("lastDay", wording.day(found.to()));
        model.addAttribute("all", pair(found.inForce().all(), found.other().all()));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.inForce().audiences().size(); i++) {
            pairs.add(pair(
                    found.inForce().audiences().get(i),
                    found.other().audiences().get(i)));
        }
        model.addAttribute("pairs", pairs);
        List<Pair> rows = new ArrayList<>(pairs);
        rows.add(pair(found.inForce().all(), found.other().all()));
        model.addAttribute("lines", rows);
    }

    private Pair pair(Tally inForce, Tally other) {
        return new Pair(
                inForce.audience() == null ? wording.of("etsi.tous") : wording.of("public.court." + inForce.audience()),
                inForce,
                other,
                days(inForce.medianDays()),
                days(other.medianDays()),
                days(inForce.p95Days()),
                days(other.p95Days()));
    }

    private String days(@Nullable Integer days) {
        return days == null ? wording.of("etsi.pasatteint") : wording.of("etsi.jours", days);
    }
}
