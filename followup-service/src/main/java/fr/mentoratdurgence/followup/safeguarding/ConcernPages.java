package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.safeguarding.ConcernActs.Told;
import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Quelque chose m'inquiète »: the form, two clicks from every page of a mentor and a structure, and what becomes of it. */
@Controller
class ConcernPages {
    private static final Map<String, String> FIELDS =
            Map.of("about", "de", "worry", "inquietude", "text", "texte", "onBehalf", "dePart");

    private final ConcernActs acts;
    private final ConcernBoard board;
    private final SubjectBoard subjects;
    private final StaffNames names;
    private final SafeguardingPolicy policy;
    private final FormAct forms;
    private final Texts texts;

    ConcernPages(
            ConcernActs acts,
            ConcernBoard board,
            SubjectBoard subjects,
            StaffNames names,
            SafeguardingPolicy policy,
            FormAct forms,
            Texts texts) {
        this.acts = acts;
        this.board = board;
        this.subjects = subjects;
        this.names = names;
        this.policy = policy;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/suivi/inquietude")
    ModelAndView form(Person person, @RequestParam Map<String, String> typed) {
        return page(person, typed);
    }

    @PostMapping("/suivi/inquietude")
    ModelAndView raise(Person person, CommandContext context, @RequestParam Map<String, String> typed) {
        return forms.answer(
                Fields.named(name -> FIELDS.getOrDefault(name, name)),
                () -> {
                    String concern = acts.raise(
                            person,
                            new Told(
                                    typed.getOrDefault("de", ""),
                                    Code.known(Worry.class, typed.get("inquietude"))
                                            .orElse(null),
                                    typed.getOrDefault("texte", "").strip(),
                                    Code.known(Side.class, typed.get("dePart")).orElse(null)),
                            context,
                            new Violations());
                    boolean reads = board.find(person, concern).isPresent();
                    return FormAct.done(
                            new JustDone("inquietude", concern),
                            null,
                            (reads ? "/suivi/inquietudes/" : "/suivi/inquietude/") + concern);
                },
                () -> page(person, typed));
    }

    /** What who raised it may know: received, by whom it is answered, settled. Never what was done about whom. */
    @GetMapping("/suivi/inquietude/{concern}")
    ModelAndView raised(Person person, @PathVariable String concern) {
        ConcernRow row = acts.raised(person, concern);
        return new ModelAndView("suivi/inquietude-recue")
                .addObject("inquietude", row)
                .addObject("suiviDe", about(row.about()))
                .addObject("jours", policy.keepDays())
                .addObject(
                        "parQui",
                        Optional.ofNullable(row.takenBy()).flatMap(names::name).orElse(""));
    }

    private ModelAndView page(Person person, Map<String, String> typed) {
        String about = typed.getOrDefault("de", "");
        List<ConcernSubject> own = subjects.of(person);
        Optional<ConcernSubject> meant = subjects.find(person, about)
                .or(() -> own.stream()
                        .filter(one -> about.isEmpty() && own.size() == 1)
                        .findFirst());
        return new ModelAndView("suivi/inquietude")
                .addObject("saisie", typed)
                .addObject("sujet", meant.orElse(null))
                .addObject(
                        "sujets",
                        own.stream()
                                .map(one -> new Choice(one.id(), one.label()))
                                .toList())
                .addObject(
                        "auTelephone",
                        meant.filter(one -> one.side() == Side.OPERATION).isPresent())
                .addObject("inquietudes", Choice.of(texts, "inquietude.sorte.", Worry.values()))
                .addObject("appelants", Choice.of(texts, "cote.", Side.MENTOR, Side.STRUCTURE, Side.YOUTH))
                .addObject("dejaDites", board.raised(person))
                .addObject("longueur", ConcernActs.LONGEST_TEXT);
    }

    /** The most precise id of what is concerned; empty where none is known. */
    static String about(Concerned about) {
        if (about.pair() != null) {
            return about.pair();
        }
        return about.need() == null ? "" : about.need();
    }
}
