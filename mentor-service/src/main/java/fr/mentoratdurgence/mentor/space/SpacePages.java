package fr.mentoratdurgence.mentor.space;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.intake.ContactDraft;
import fr.mentoratdurgence.mentor.letters.MentorLetter;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.mentor.pool.MentorBoard;
import fr.mentoratdurgence.mentor.pool.MentorRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mentor's own pages. */
@Controller
@RequestMapping("/mentors/mon-espace")
class SpacePages {
    private static final String HOME = "/mentors/mon-espace";
    /** After that, a renewed password stands on the page of one's data alone. */
    private static final int TOLD_FOR_DAYS = 30;

    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final OwnActs acts;
    private final OperationRules rules;
    private final OperationDay day;
    private final Letters letters;
    private final FrenchTime time;
    private final FormAct forms;
    private final Texts texts;

    /** What a letter asked for and is not yet done. */
    record ToDo(
            String kind,
            String title,
            String text,
            @Nullable String href,
            String label) {}

    record Asked(String id, String text, List<Choice> answers, String given) {}

    SpacePages(
            MentorBoard mentors,
            IdentityBook identities,
            AccessLog accesses,
            OwnActs acts,
            OperationRules rules,
            OperationDay day,
            Letters letters,
            FrenchTime time,
            FormAct forms,
            Texts texts) {
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
        this.letters = letters;
        this.time = time;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String home(Person person, Model model) {
        MentorRow row = mentors.self(person);
        model.addAttribute("mentor", row);
        model.addAttribute("manque", row.missing(rules, day.today()));
        model.addAttribute("charteActuelle", rules.charterVersion());
        model.addAttribute(
                "prenom", identities.find(row.mentor()).map(i -> i.firstName()).orElse(null));
        model.addAttribute("afaire", row.present() ? toDo(row.mentor()) : List.of());
        LocalDate renewed = row.passwordRenewedOn();
        model.addAttribute(
                "renouvele", renewed != null && renewed.isAfter(day.today().minusDays(TOLD_FOR_DAYS)));
        return "mentors/mon-espace";
    }

    /** What is about a young person comes first, and of one kind what has waited longest. */
    private List<ToDo> toDo(String mentor) {
        return letters.toDo(mentor, List.of(MentorLetter.values())).stream()
                .sorted(Comparator.comparing(asked -> MentorLetter.valueOf(asked.kind())))
                .map(this::toDo)
                .toList();
    }

    private ToDo toDo(Letters.ToDo asked) {
        Map<String, String> known = asked.parameters();
        String href = switch (MentorLetter.valueOf(asked.kind())) {
            case PROPOSAL, TRIAL -> "/appariement/propositions/" + known.get("proposal");
            case CONTACT_READY -> "/suivi/binomes/" + known.get("pair");
            case CONTINUATION_ASKED -> "/suivi/binomes/" + known.get("pair") + "/souhait";
            case CHECK_IN -> "/suivi/binomes/" + known.get("pair") + "/point";
            case CHARTER_CHANGED -> HOME + "/charte";
            case CONFIRM_ADDRESS -> HOME + "/coordonnees";
            default -> null;
        };
        String key = "afaire." + asked.kind();
        return new ToDo(
                asked.kind(),
                texts.of(key + ".titre"),
                texts.of(key + ".texte", until(known.get("until"))),
                href,
                href == null ? "" : texts.of(key + ".acte"));
    }

    /** A day or a moment in words; empty where there is none. */
    private String until(@Nullable String until) {
        if (until == null) {
            return "";
        }
        return until.contains("T") ? time.moment(Instant.parse(until)) : time.day(LocalDate.parse(until));
    }

    @GetMapping("/coordonnees")
    ModelAndView contact(Person person) {
        MentorRow row = mentors.self(person);
        return contact(
                person, identities.find(row.mentor()).map(ContactDraft::of).orElse(null));
    }

    private ModelAndView contact(Person person, @Nullable ContactDraft typed) {
        return own("mentors/coordonnees", person)
                .addObject("saisie", typed)
                .addObject("action", HOME + "/coordonnees")
                .addObject("retour", HOME + "/donnees");
    }

    @PostMapping("/coordonnees")
    ModelAndView correct(Person person, @ModelAttribute ContactDraft typed, CommandContext context) {
        return forms.answer(
                Fields.NONE.at(MentorRejection.TWICE_THE_SAME_PERSON, "email"),
                () -> {
                    acts.correct(person, typed, context);
                    return done("coordonnees", person);
                },
                () -> contact(person, typed));
    }

    @GetMapping("/charte")
    ModelAndView charter(Person person) {
        return own("mentors/charte", person).addObject("charteActuelle", rules.charterVersion());
    }

    @PostMapping("/charte")
    ModelAndView acceptCharter(
            Person person,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String accord,
            CommandContext context) {
        return forms.answer(
                () -> {
                    must(accord, "accord", "charte.accord.manque");
                    acts.acceptCharter(person, version, context);
                    // by the link of a letter no other page of one's own opens
                    return person.link() == null ? done("charte", person) : SeeOther.at(HOME + "/charte");
                },
                () -> charter(person));
    }

    @GetMapping("/formation")
    ModelAndView training(Person person) {
        return training(person, Map.of());
    }

    @PostMapping("/formation")
    ModelAndView completeTraining(Person person, @RequestParam Map<String, String> sent, CommandContext context) {
        return forms.answer(
                () -> {
                    SelfCheck.check(sent).throwIfAny();
                    acts.completeTraining(person, SelfCheck.MODULE, context);
                    return done("formation", person);
                },
                () -> training(person, sent));
    }

    private ModelAndView training(Person person, Map<String, String> given) {
        return own("mentors/formation", person)
                .addObject("module", SelfCheck.MODULE)
                .addObject(
                        "questions",
                        SelfCheck.questions().stream()
                                .map(q -> new Asked(
                                        q.id(),
                                        texts.of("formation." + q.id() + ".question"),
                                        List.of(answer(q.id(), "a"), answer(q.id(), "b"), answer(q.id(), "c")),
                                        given.getOrDefault(q.id(), "")))
                                .toList());
    }

    private Choice answer(String question, String answer) {
        return new Choice(answer, texts.of("formation." + question + "." + answer));
    }

    @GetMapping("/donnees")
    String data(Person person, Model model) {
        MentorRow row = mentors.self(person);
        model.addAttribute("mentor", row);
        model.addAttribute("identite", identities.find(row.mentor()).orElse(null));
        model.addAttribute("consultations", accesses.readings(row.mentor()));
        model.addAttribute("courriers", letters.kept(row.mentor()).size());
        model.addAttribute("faits", mentors.facts(row.mentor()));
        model.addAttribute("binomes", mentors.livingPairs(row.mentor()));
        model.addAttribute("creneaux", row.offer().slots());
        return "mentors/donnees";
    }

    @GetMapping("/depart")
    ModelAndView leaving(Person person) {
        return own("mentors/depart", person)
                .addObject("binomes", mentors.livingPairs(mentors.self(person).mentor()))
                .addObject(
                        "motifs",
                        Arrays.stream(WithdrawalReason.values())
                                .filter(reason -> reason != WithdrawalReason.ERASURE)
                                .map(reason -> new Choice(reason.name(), texts.of("motif." + reason.name())))
                                .toList());
    }

    @PostMapping("/depart")
    ModelAndView leave(
            Person person, @RequestParam(required = false) @Nullable WithdrawalReason reason, CommandContext context) {
        return forms.answer(
                Fields.NONE.at(MentorRejection.REASON_RESERVED, "reason"),
                () -> {
                    acts.withdraw(person, must(reason, "reason", "dossier.reason.manque"), context);
                    return done("depart", person);
                },
                () -> leaving(person));
    }

    @GetMapping("/effacement")
    ModelAndView erasing(Person person) {
        return own("mentors/effacement", person)
                .addObject("binomes", mentors.livingPairs(mentors.self(person).mentor()));
    }

    @PostMapping("/effacement")
    ModelAndView erase(Person person, @RequestParam(required = false) @Nullable String accord, CommandContext context) {
        return forms.answer(
                () -> {
                    must(accord, "accord", "effacement.accord.manque");
                    acts.erase(person, context);
                    // no page of one's own: the session has ended with the account
                    return SeeOther.at("/mentors/au-revoir");
                },
                () -> erasing(person));
    }

    private ModelAndView own(String view, Person person) {
        return new ModelAndView(view).addObject("mentor", mentors.self(person));
    }

    private ModelAndView done(String what, Person person) {
        return FormAct.done(new JustDone(what, mentors.self(person).mentor()), null, HOME);
    }

    private static <T> T must(@Nullable T given, String field, String missing) {
        if (given == null) {
            throw new InvalidInput(new Violations().add(field, missing).all());
        }
        return given;
    }

    /** An account with the role but without an application: a plain page, not a failure. */
    @ExceptionHandler
    ModelAndView noMentor(Rejection rejection, Person person) {
        if (!rejection.is(MentorRejection.NO_MENTOR_FOR_ACCOUNT)) {
            throw rejection;
        }
        return new ModelAndView("mentors/sans-dossier", Map.of("person", person), HttpStatus.NOT_FOUND);
    }
}
