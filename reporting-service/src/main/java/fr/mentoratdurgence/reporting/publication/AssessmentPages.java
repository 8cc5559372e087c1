package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.Jobs;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.reporting.assessment.AssessmentActs;
import fr.mentoratdurgence.reporting.assessment.AssessmentBoard;
import fr.mentoratdurgence.reporting.assessment.AssessmentRow;
import fr.mentoratdurgence.reporting.assessment.AssessmentStatus;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Assessments for people: list, compute, seal, publish, correct; and who saw exact figures. */
@Controller
class AssessmentPages {
    static final String LIST = "/bilan/arretes";
    private static final Pattern VERSION =
            Pattern.compile("version-(?<number>\\d+-\\d+-\\d+)(?:-SNAPSHOT)?(?:-(?<commit>[0-9a-f]{7,40}))?");

    record Line(
            String id, String title, String status, String kind, int version, String requested, String publishedHash) {}

    /** @param list what the value sums up; empty where it is all */
    record Fact(String label, String value, List<String> list) {}

    private final AssessmentActs acts;
    private final AssessmentJobs work;
    private final Jobs jobs;
    private final AssessmentBoard board;
    private final BilanBoard bilans;
    private final ExactViews views;
    private final Territories territories;
    private final Wording wording;
    private final FormAct forms;
    private final Texts texts;

    AssessmentPages(
            AssessmentActs acts,
            AssessmentJobs work,
            Jobs jobs,
            AssessmentBoard board,
            BilanBoard bilans,
            ExactViews views,
            Territories territories,
            Wording wording,
            FormAct forms,
            Texts texts) {
        this.acts = acts;
        this.work = work;
        this.jobs = jobs;
        this.board = board;
        this.bilans = bilans;
        this.views = views;
        this.territories = territories;
        this.wording = wording;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping(LIST)
    ModelAndView list(@ModelAttribute("demande") Question question) {
        return new ModelAndView("bilan/arretes")
                .addObject("arretes", board.newest().stream().map(this::line).toList())
                .addObject("territoires", territories.choices());
    }

    @PostMapping(LIST)
    ModelAndView request(
            Person person,
            CommandContext context,
            @ModelAttribute("demande") Question question,
            @RequestParam(required = false) @Nullable String corrects) {
        return forms.answer(
                () -> {
                    String corrected = corrects == null || corrects.isBlank() ? null : corrects;
                    Scope scope = bilans.requested(
                            person,
                            question,
                            corrected == null ? null : board.find(corrected).scope(),
                            new Violations());
                    return jobs.lead(work.request(scope, corrected, person, context), person, null);
                },
                () -> list(question));
    }

    @GetMapping(LIST + "/{assessment}")
    ModelAndView one(
            Person person,
            @PathVariable String assessment,
            @RequestParam(required = false, defaultValue = "false") boolean imprimer) {
        AssessmentRow row = board.find(assessment);
        boolean exact = BilanBoard.seesExactFigures(person);
        ModelAndView page = new ModelAndView("bilan/arrete")
                .addObject("imprimer", imprimer)
                .addObject("arrete", assessment)
                .addObject("titre", title(row))
                .addObject("statut", row.status().name())
                .addObject("remplace", row.corrects())
                .addObject("remplacePar", row.correctedBy())
                .addObject("exact", exact)
                .addObject("preuves", facts(row, exact))
                .addObject("demande", question(row));
        if (!row.status().is(AssessmentStatus.REQUESTED)) {
            if (exact) {
                views.note(person, "PAGE", row.scope());
            }
            page.addAllObjects(new DocumentView(wording).of(board.figures(row, exact)));
        }
        return page;
    }

    @PostMapping(LIST + "/{assessment}/calcul")
    ModelAndView compute(Person person, CommandContext context, @PathVariable String assessment) {
        return forms.answer(
                () -> jobs.lead(work.compute(assessment, person, context), person, null),
                () -> one(person, assessment, false));
    }

    @PostMapping(LIST + "/{assessment}/scellement")
    ModelAndView seal(Person person, CommandContext context, @PathVariable String assessment) {
        return forms.answer(
                () -> jobs.lead(work.seal(assessment, person, context), person, null),
                () -> one(person, assessment, false));
    }

    @PostMapping(LIST + "/{assessment}/publication")
    ModelAndView publish(Person person, CommandContext context, @PathVariable String assessment) {
        return forms.answer(
                () -> {
                    acts.publish(assessment, context);
                    return SeeOther.at(LIST + "/" + assessment);
                },
                () -> one(person, assessment, false));
    }

    /** Of whom exact figures were seen by. */
    @GetMapping("/bilan/consultations")
    String exactViews(Model model) {
        model.addAttribute(
                "consultations",
                views.newest().stream()
                        .map(view -> List.of(
                                wording.instant(view.seenAt()),
                                view.account(),
                                texts.of("consultation.forme." + view.form()),
                                wording.instant(view.asOf()),
                                view.happenedUntil() == null ? "" : wording.day(view.happenedUntil()),
                                territories.label(view.territory())))
                        .toList());
        return "bilan/consultations";
    }

    private Line line(AssessmentRow row) {
        String hash = row.publishedHash();
        return new Line(
                row.assessment(),
                title(row),
                texts.word("arrete.statut", row.status()),
                row.status().is(AssessmentStatus.PUBLISHED) ? "ok" : "info",
                row.version(),
                wording.instant(row.requestedAt()),
                hash == null ? "" : hash.substring(0, 12));
    }

    private String title(AssessmentRow row) {
        return texts.of("arrete.titre", wording.scope(row.scope()), row.version());
    }

    private static Question question(AssessmentRow row) {
        Scope scope = row.scope();
        return new Question(
                scope.asOf().toString(),
                scope.happenedUntil() == null ? null : scope.happenedUntil().toString(),
                scope.territory().id());
    }

    private List<Fact> facts(AssessmentRow row, boolean exact) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "demande", wording.instant(row.requestedAt()));
        add(facts, "calcule", row.computedAt() == null ? null : wording.instant(row.computedAt()));
        add(facts, "scelle", row.sealedAt() == null ? null : wording.instant(row.sealedAt()));
        add(facts, "publie", row.publishedAt() == null ? null : wording.instant(row.publishedAt()));
        if (exact) {
            add(facts, "exact", row.exactHash());
            row.positions()
                    .forEach(position -> facts.add(new Fact(
                            texts.of("arrete.preuve.position", wording.service(position.service())),
                            wording.number(BigDecimal.valueOf(position.events()), 0),
                            List.of())));
        }
        add(facts, "publication", row.publishedHash());
        if (!row.status().is(AssessmentStatus.REQUESTED)) {
            facts.add(new Fact(
                    texts.of("arrete.preuve.segments"),
                    texts.of("arrete.preuve.segments.nombre", row.segments().size()),
                    row.segments()));
        }
        add(facts, "code", row.codeVersion().isEmpty() ? null : version(row.codeVersion()));
        return facts;
    }

    /** « 1.0.0 (1d50c01) » of {@code version-1-0-0-SNAPSHOT-1d50c01}; what is written otherwise stays. */
    static String version(String code) {
        Matcher parts = VERSION.matcher(code);
        if (!parts.matches()) {
            return code;
        }
        String number = parts.group("number").replace('-', '.');
        return parts.group("commit") == null ? number : number + " (" + parts.group("commit") + ")";
    }

    private void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(texts.of("arrete.preuve." + key), value, List.of()));
        }
    }
}
