package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.accounts.Accounts.Login;
import fr.mentoratdurgence.mentor.accounts.AccountsUnavailable;
import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.Condition;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.OperationDay;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.ProofKind;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The référent's pages: applications with what is missing, one mentor with the acts, the contact card. */
@Controller
@RequestMapping("/mentors")
class PoolPages {
    private static final int PAGE = 50;
    private static final List<String> DONE = List.of("entretien", "preuve", "autorisation", "retour", "effacement");

    private static final Map<String, String> DAY_OF =
            Map.of("entretien", "heldOn", "preuve", "issuedOn", "autorisation", "recordedOn");

    private final Mentors mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final Companions companions;
    private final Acts acts;
    private final OperationRules rules;
    private final OperationDay day;
    private final Texts texts;

    record Option(String value, String label) {}

    /** A line of the list. */
    record Item(MentorRow row, String name, Set<Condition> missing, long days) {}

    PoolPages(
            Mentors mentors,
            IdentityBook identities,
            AccessLog accesses,
            Companions companions,
            Acts acts,
            OperationRules rules,
            OperationDay day,
            Texts texts) {
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.companions = companions;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
        this.texts = texts;
    }

    /** What was typed, to be shown again beside what is to be mended. */
    @ModelAttribute("saisie")
    Map<String, String> typed(@RequestParam Map<String, String> sent) {
        return sent;
    }

    @GetMapping
    String list(
            Person person,
            @RequestParam(defaultValue = "APPLIED") MentorStatus statut,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int total = mentors.countVisibleTo(person, statut);
        int pages = Math.max(1, (Math.min(total, FirstRows.MOST) + PAGE - 1) / PAGE);
        int at = Math.clamp(page, 1, pages);
        List<MentorRow> rows = mentors.visibleTo(person, statut, (at - 1) * PAGE, PAGE);
        Map<String, Identity> names =
                identities.all(rows.stream().map(MentorRow::mentor).toList());
        LocalDate today = day.today();
        model.addAttribute(
                "mentors",
                rows.stream()
                        .map(row -> new Item(
                                row,
                                name(names.get(row.mentor())),
                                row.missing(rules, today),
                                ChronoUnit.DAYS.between(row.appliedOn(), today)))
                        .toList());
        model.addAttribute("total", texts.counted(total));
        model.addAttribute("statut", statut);
        model.addAttribute("statuts", MentorStatus.values());
        model.addAttribute("numero", at);
        model.addAttribute("nombre", pages);
        model.addAttribute("precedente", at > 1 ? link(statut, at - 1) : null);
        model.addAttribute("suivante", at < pages ? link(statut, at + 1) : null);
        return "mentors/liste";
    }

    @GetMapping("/{mentor}")
    String one(Person person, @PathVariable String mentor, @RequestParam(defaultValue = "") String fait, Model model) {
        MentorRow row = mentors.visibleTo(person, mentor);
        model.addAttribute("mentor", row);
        model.addAttribute("nom", name(identities.find(mentor).orElse(null)));
        model.addAttribute("manque", row.missing(rules, day.today()));
        model.addAttribute("aujourdhui", day.today());
        model.addAttribute(
                "creneaux",
                row.offer().slots().stream().map(MentorJson.Slot::of).toList());
        model.addAttribute("refus", options("refus", ScreeningFailure.values()));
        model.addAttribute("preuves", options("preuve", ProofKind.values()));
        model.addAttribute("decisions", options("retour.decision", decisions(person, row)));
        model.addAttribute(
                "resultats",
                List.of(
                        new Option("oui", texts.of("mentor.entretien.oui")),
                        new Option("non", texts.of("mentor.entretien.non"))));
        model.addAttribute("ouvrable", Acts.mayLetIn(person, row));
        model.addAttribute("effacable", Acts.mayErase(person, row));
        model.addAttribute("fait", DONE.contains(fait) ? texts.of("fait." + fait) : null);
        return "mentors/mentor";
    }

    /** The card; shown inside another page where htmx asks, as a page otherwise. Each look is recorded. */
    @GetMapping("/{mentor}/contact")
    String contact(
            Person person,
            @PathVariable String mentor,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inside,
            Model model,
            HttpServletResponse response) {
        boolean team = person.has("referent") || person.has("coordinator");
        MentorRow row = team ? mentors.visibleTo(person, mentor) : met(person, mentor);
        Identity identity = identities.find(mentor).orElse(null);
        if (identity != null) {
            accesses.shown(mentor, person.actor());
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("mentor", row);
        model.addAttribute("identite", identity);
        model.addAttribute("equipe", team);
        return inside == null ? "mentors/contact" : "mentors/contact :: carte";
    }

    @PostMapping("/{mentor}/entretien")
    String interview(
            Person person,
            @PathVariable String mentor,
            @RequestParam(defaultValue = "") String heldOn,
            @RequestParam(defaultValue = "") String passed,
            @RequestParam(required = false) @Nullable ScreeningFailure reason,
            @RequestParam(defaultValue = "") String retour,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        Boolean yes = passed.isEmpty() ? null : (Boolean) passed.equals("oui");
        Acts.Interview given = new Acts.Interview(date(heldOn), yes, reason);
        return done(
                person,
                mentor,
                "entretien",
                retour,
                model,
                response,
                () -> acts.interview(person, mentor, given, context));
    }

    @PostMapping("/{mentor}/preuve")
    String proof(
            Person person,
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable ProofKind kind,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam(defaultValue = "") String retour,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        return done(
                person,
                mentor,
                "preuve",
                retour,
                model,
                response,
                () -> acts.proof(person, mentor, new Acts.ProofSeen(kind, date(issuedOn)), context));
    }

    @PostMapping("/{mentor}/autorisation")
    String authorisation(
            Person person,
            @PathVariable String mentor,
            @RequestParam(defaultValue = "") String recordedOn,
            @RequestParam(defaultValue = "") String retour,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        return done(
                person,
                mentor,
                "autorisation",
                retour,
                model,
                response,
                () -> acts.authorisation(person, mentor, new Acts.Authorisation(date(recordedOn)), context));
    }

    /** What may be decided: that a person who was set aside comes back is a coordinator's word. */
    private static ReturnDecision[] decisions(Person person, MentorRow row) {
        boolean known = row.possibleReturn() != null && row.possibleReturn().decision() != null;
        return person.has("coordinator")
                ? ReturnDecision.values()
                : known
                        ? new ReturnDecision[0]
                        : new ReturnDecision[] {ReturnDecision.OTHER_PERSON, ReturnDecision.SAME_PERSON};
    }

    @PostMapping("/{mentor}/retour")
    String review(
            Person person,
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable ReturnDecision decision,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        return done(
                person, mentor, "retour", "", model, response, () -> acts.review(person, mentor, decision, context));
    }

    @PostMapping("/{mentor}/compte")
    String account(
            Person person,
            @PathVariable String mentor,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        return shownOnce(person, mentor, model, response, () -> acts.openAccount(person, mentor, context));
    }

    @PostMapping("/{mentor}/mot-de-passe")
    String password(
            Person person,
            @PathVariable String mentor,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        return shownOnce(person, mentor, model, response, () -> acts.renewPassword(person, mentor, context));
    }

    @GetMapping("/{mentor}/effacement")
    String erasing(Person person, @PathVariable String mentor, Model model) {
        model.addAttribute("mentor", acts.erasable(person, mentor));
        model.addAttribute("nom", name(identities.find(mentor).orElse(null)));
        model.addAttribute("faits", mentors.facts(mentor));
        model.addAttribute("consultations", accesses.timesShown(mentor));
        return "mentors/effacement-demande";
    }

    @PostMapping("/{mentor}/effacement")
    String erase(
            Person person,
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable String accord,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        if (accord == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "violations",
                    texts.of(new InvalidInput(new Violations()
                            .add("accord", "effacement.accord.manque")
                            .all())));
            return erasing(person, mentor, model);
        }
        return done(person, mentor, "effacement", "", model, response, () -> acts.erase(person, mentor, context));
    }

    private String done(
            Person person,
            String mentor,
            String what,
            String back,
            Model model,
            HttpServletResponse response,
            Runnable act) {
        return answering(person, mentor, DAY_OF.get(what), model, response, () -> {
            act.run();
            return "redirect:" + SeeOther.local(back, "/mentors/" + mentor + "?fait=" + what);
        });
    }

    /** The password is in this answer and nowhere else, so there is no redirect. */
    private String shownOnce(
            Person person, String mentor, Model model, HttpServletResponse response, Supplier<Login> act) {
        return answering(person, mentor, null, model, response, () -> {
            model.addAttribute("acces", act.get());
            response.setHeader("Cache-Control", "no-store");
            return one(person, mentor, "", model);
        });
    }

    /**
     * A refusal is said on the mentor's page, where it can be mended.
     *
     * @param day the field of the form's date, which is what a rule may find wrong; null where there is none
     */
    private String answering(
            Person person,
            String mentor,
            @Nullable String day,
            Model model,
            HttpServletResponse response,
            Supplier<String> act) {
        try {
            return act.get();
        } catch (InvalidInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("violations", texts.of(bad));
        } catch (AccountsUnavailable _) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("refuse", texts.of("mentor.compte.indisponible"));
        } catch (Rejection rejection) {
            response.setStatus(
                    switch (rejection.code().kind()) {
                        case INVALID -> 422;
                        case CONFLICT -> 409;
                        case NOT_FOUND, FORBIDDEN, BUSY -> throw rejection;
                    });
            if (day != null && rejection.code().kind() == RejectionCode.Kind.INVALID) {
                model.addAttribute("violations", List.of(new Fault(day, texts.of(rejection))));
            } else {
                model.addAttribute("refuse", texts.of(rejection));
            }
        }
        return one(person, mentor, "", model);
    }

    private List<Option> options(String kind, Enum<?>[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Option(code.name(), texts.of(kind + "." + code.name())))
                .toList();
    }

    private MentorRow met(Person structure, String mentor) {
        if (!companions.areTogether(structure, mentor)) {
            throw new Rejection(MentorRejection.UNKNOWN_MENTOR);
        }
        return mentors.known(mentor);
    }

    private String name(@Nullable Identity identity) {
        return identity == null ? texts.of("mentor.efface") : identity.firstName() + " " + identity.lastName();
    }

    private static String link(MentorStatus status, int page) {
        return "/mentors?statut=" + status + "&page=" + page;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
