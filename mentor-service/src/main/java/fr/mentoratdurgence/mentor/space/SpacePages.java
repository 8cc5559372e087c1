package fr.mentoratdurgence.mentor.space;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.OperationDay;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.mentor.pool.MentorJson;
import fr.mentoratdurgence.mentor.pool.MentorRow;
import fr.mentoratdurgence.mentor.pool.Mentors;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mentor's own pages. */
@Controller
@RequestMapping("/mentors/mon-espace")
class SpacePages {
    private static final String HOME = "redirect:/mentors/mon-espace";
    /** After that, a renewed password stands on the page of one's data alone. */
    private static final int TOLD_FOR_DAYS = 30;

    private static final List<String> DONE = List.of("charte", "formation", "depart");

    private final Mentors mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final OwnActs acts;
    private final OperationRules rules;
    private final OperationDay day;
    private final Texts texts;

    record Option(String value, String label) {}

    record Asked(String id, String text, List<Option> answers, String given) {}

    SpacePages(
            Mentors mentors,
            IdentityBook identities,
            AccessLog accesses,
            OwnActs acts,
            OperationRules rules,
            OperationDay day,
            Texts texts) {
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
        this.texts = texts;
    }

    @GetMapping
    String home(Person person, @RequestParam(defaultValue = "") String fait, Model model) {
        MentorRow row = mentors.self(person);
        model.addAttribute("mentor", row);
        model.addAttribute("manque", row.missing(rules, day.today()));
        model.addAttribute("charteActuelle", rules.charterVersion());
        model.addAttribute(
                "prenom", identities.find(row.mentor()).map(i -> i.firstName()).orElse(null));
        model.addAttribute("fait", DONE.contains(fait) ? texts.of("fait." + fait) : null);
        LocalDate renewed = row.passwordRenewedOn();
        model.addAttribute(
                "renouvele", renewed != null && renewed.isAfter(day.today().minusDays(TOLD_FOR_DAYS)));
        return "mentors/mon-espace";
    }

    @GetMapping("/charte")
    String charter(Person person, Model model) {
        model.addAttribute("mentor", mentors.self(person));
        model.addAttribute("charteActuelle", rules.charterVersion());
        return "mentors/charte";
    }

    @PostMapping("/charte")
    String acceptCharter(
            Person person,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String accord,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        if (accord == null) {
            mend(new Violations().add("accord", "charte.accord.manque"), model, response);
            return charter(person, model);
        }
        acts.acceptCharter(person, version, context);
        return HOME + "?fait=charte";
    }

    @GetMapping("/formation")
    String training(Person person, Model model) {
        return training(person, Map.of(), model);
    }

    @PostMapping("/formation")
    String completeTraining(
            Person person,
            @RequestParam Map<String, String> sent,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        Violations wrong = SelfCheck.check(sent);
        if (!wrong.isEmpty()) {
            mend(wrong, model, response);
            return training(person, sent, model);
        }
        acts.completeTraining(person, SelfCheck.MODULE, context);
        return HOME + "?fait=formation";
    }

    private String training(Person person, Map<String, String> given, Model model) {
        model.addAttribute("mentor", mentors.self(person));
        model.addAttribute("module", SelfCheck.MODULE);
        model.addAttribute(
                "questions",
                SelfCheck.questions().stream()
                        .map(q -> new Asked(
                                q.id(),
                                texts.of("formation." + q.id() + ".question"),
                                List.of(answer(q.id(), "a"), answer(q.id(), "b"), answer(q.id(), "c")),
                                given.getOrDefault(q.id(), "")))
                        .toList());
        return "mentors/formation";
    }

    private Option answer(String question, String answer) {
        return new Option(answer, texts.of("formation." + question + "." + answer));
    }

    @GetMapping("/donnees")
    String data(Person person, Model model) {
        MentorRow row = mentors.self(person);
        model.addAttribute("mentor", row);
        model.addAttribute("identite", identities.find(row.mentor()).orElse(null));
        model.addAttribute("consultations", accesses.timesShown(row.mentor()));
        model.addAttribute("faits", mentors.facts(row.mentor()));
        model.addAttribute("binomes", mentors.livingPairs(row.mentor()));
        model.addAttribute(
                "creneaux",
                row.offer().slots().stream().map(MentorJson.Slot::of).toList());
        return "mentors/donnees";
    }

    @GetMapping("/depart")
    String leaving(Person person, Model model) {
        MentorRow row = mentors.self(person);
        model.addAttribute("mentor", row);
        model.addAttribute("binomes", mentors.livingPairs(row.mentor()));
        model.addAttribute(
                "motifs",
                Arrays.stream(WithdrawalReason.values())
                        .filter(reason -> reason != WithdrawalReason.ERASURE)
                        .map(reason -> new Option(reason.name(), texts.of("motif." + reason.name())))
                        .toList());
        return "mentors/depart";
    }

    @PostMapping("/depart")
    String leave(
            Person person,
            @RequestParam(required = false) @Nullable WithdrawalReason reason,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        if (reason == null) {
            mend(new Violations().add("reason", "dossier.reason.manque"), model, response);
            return leaving(person, model);
        }
        acts.withdraw(person, reason, context);
        return HOME + "?fait=depart";
    }

    @GetMapping("/effacement")
    String erasing(Person person, Model model) {
        MentorRow row = mentors.self(person);
        model.addAttribute("mentor", row);
        model.addAttribute("binomes", mentors.livingPairs(row.mentor()));
        return "mentors/effacement";
    }

    @PostMapping("/effacement")
    String erase(
            Person person,
            @RequestParam(required = false) @Nullable String accord,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        if (accord == null) {
            mend(new Violations().add("accord", "effacement.accord.manque"), model, response);
            return erasing(person, model);
        }
        acts.erase(person, context);
        // no page of one's own: the session has ended with the account
        return "redirect:/mentors/au-revoir";
    }

    /** An account with the role but without an application: a plain page, not a failure. */
    @ExceptionHandler
    ModelAndView noMentor(Rejection rejection, Person person) {
        if (rejection.code() != MentorRejection.NO_MENTOR_FOR_ACCOUNT) {
            throw rejection;
        }
        return new ModelAndView("mentors/sans-dossier", Map.of("person", person), HttpStatus.NOT_FOUND);
    }

    private void mend(Violations wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("violations", texts.of(new InvalidInput(wrong.all())));
    }
}
