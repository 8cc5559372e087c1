package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.AccessLog;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.ProofKind;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.accounts.AccountsUnavailable;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The référent's page of one mentor, with the acts. */
@Controller
@RequestMapping("/mentors")
class PoolPages {
    private static final Fields INTERVIEW = Fields.NONE.at(MentorRejection.DATE_IN_FUTURE, "heldOn");
    private static final Fields PROOF =
            Fields.NONE.at(MentorRejection.DATE_IN_FUTURE, "issuedOn").at(MentorRejection.PROOF_EXPIRED, "issuedOn");
    private static final Fields AUTHORISATION = Fields.NONE.at(MentorRejection.DATE_IN_FUTURE, "recordedOn");

    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final AccessLog accesses;
    private final MentorCalls calls;
    private final MentorActs acts;
    private final OperationRules rules;
    private final OperationDay day;
    private final FormAct forms;
    private final Texts texts;

    PoolPages(
            MentorBoard mentors,
            IdentityBook identities,
            AccessLog accesses,
            MentorCalls calls,
            MentorActs acts,
            OperationRules rules,
            OperationDay day,
            FormAct forms,
            Texts texts) {
        this.mentors = mentors;
        this.identities = identities;
        this.accesses = accesses;
        this.calls = calls;
        this.acts = acts;
        this.rules = rules;
        this.day = day;
        this.forms = forms;
        this.texts = texts;
    }

    /** What was typed, to be shown again beside what is to be mended. */
    @ModelAttribute("saisie")
    Map<String, String> typed(@RequestParam Map<String, String> sent) {
        return sent;
    }

    @PostMapping("/{mentor}/appel")
    ModelAndView called(
            Person person, @PathVariable String mentor, @RequestParam String lettre, CommandContext context) {
        return answer(Fields.NONE, person, mentor, () -> {
            acts.called(acts.on(person, mentor, context), lettre);
            return done("appel", mentor, null);
        });
    }

    @GetMapping("/{mentor}")
    ModelAndView one(Person person, @PathVariable String mentor) {
        return page(person, mentor);
    }

    private ModelAndView page(Person person, String mentor) {
        MentorRow row = mentors.visibleTo(person, mentor);
        return new ModelAndView("mentors/mentor")
                .addObject("suiviDe", mentor)
                .addObject("mentor", row)
                .addObject("nom", calls.name(identities.find(mentor).orElse(null)))
                .addObject("manque", row.missing(rules, day.today()))
                .addObject("charteActuelle", rules.charterVersion())
                .addObject("aujourdhui", day.today())
                .addObject("creneaux", row.offer().slots())
                .addObject("raisons", Choice.of(texts, "refus.", ScreeningFailure.values()))
                .addObject("preuves", Choice.of(texts, "preuve.", ProofKind.values()))
                .addObject("decisions", Choice.of(texts, "retour.decision.", decisions(person, row)))
                .addObject("resultats", Choice.yesOrNo(texts, "mentor.entretien."))
                .addObject("appels", MentorActs.mayLetIn(person, row) ? calls.of(acts.toCall(row)) : List.of())
                .addObject("joignable", acts.mayReach(person, row))
                .addObject("ouvrable", MentorActs.mayLetIn(person, row))
                .addObject("invite", MentorActs.isInvited(row))
                .addObject("effacable", MentorActs.mayErase(person, row));
    }

    @PostMapping("/{mentor}/entretien")
    ModelAndView interview(
            Person person,
            @PathVariable String mentor,
            @RequestParam(defaultValue = "") String heldOn,
            @RequestParam(defaultValue = "") String passed,
            @RequestParam(required = false) @Nullable ScreeningFailure reason,
            @RequestParam(defaultValue = "") String retour,
            CommandContext context) {
        return answer(INTERVIEW, person, mentor, () -> {
            Boolean yes = passed.isEmpty() ? null : (Boolean) passed.equals("oui");
            Violations wrong = new Violations();
            acts.interview(
                    acts.on(person, mentor, context),
                    new MentorActs.Interview(wrong.day("heldOn", heldOn), yes, reason),
                    wrong);
            return done("entretien", mentor, retour);
        });
    }

    @PostMapping("/{mentor}/preuve")
    ModelAndView proof(
            Person person,
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable ProofKind kind,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam(defaultValue = "") String retour,
            CommandContext context) {
        return answer(PROOF, person, mentor, () -> {
            Violations wrong = new Violations();
            acts.proof(
                    acts.on(person, mentor, context),
                    new MentorActs.ProofSeen(kind, wrong.day("issuedOn", issuedOn)),
                    wrong);
            return done("preuve", mentor, retour);
        });
    }

    @PostMapping("/{mentor}/autorisation")
    ModelAndView authorisation(
            Person person,
            @PathVariable String mentor,
            @RequestParam(defaultValue = "") String recordedOn,
            @RequestParam(defaultValue = "") String retour,
            CommandContext context) {
        return answer(AUTHORISATION, person, mentor, () -> {
            Violations wrong = new Violations();
            acts.authorisation(
                    acts.on(person, mentor, context),
                    new MentorActs.Authorisation(wrong.day("recordedOn", recordedOn)),
                    wrong);
            return done("autorisation", mentor, retour);
        });
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
    ModelAndView review(
            Person person,
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable ReturnDecision decision,
            CommandContext context) {
        return answer(Fields.NONE, person, mentor, () -> {
            acts.review(acts.on(person, mentor, context), decision);
            return done("retour", mentor, null);
        });
    }

    @PostMapping("/{mentor}/compte")
    ModelAndView account(
            Person person, @PathVariable String mentor, CommandContext context, HttpServletResponse response) {
        return letIn("compte", person, mentor, response, acts.on(person, mentor, context), acts::openAccount);
    }

    @PostMapping("/{mentor}/mot-de-passe")
    ModelAndView password(
            Person person, @PathVariable String mentor, CommandContext context, HttpServletResponse response) {
        return letIn("acces", person, mentor, response, acts.on(person, mentor, context), acts::renewPassword);
    }

    @GetMapping("/{mentor}/effacement")
    ModelAndView erasing(Person person, @PathVariable String mentor) {
        return new ModelAndView("mentors/effacement-demande")
                .addObject("mentor", acts.erasable(person, mentor))
                .addObject("nom", calls.name(identities.find(mentor).orElse(null)))
                .addObject("faits", mentors.facts(mentor))
                .addObject("consultations", accesses.timesShown(mentor));
    }

    @PostMapping("/{mentor}/effacement")
    ModelAndView erase(
            Person person,
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable String accord,
            CommandContext context) {
        if (accord == null) {
            return forms.answer(
                    () -> {
                        throw new InvalidInput(new Violations()
                                .add("accord", "effacement.accord.manque")
                                .all());
                    },
                    () -> erasing(person, mentor));
        }
        return answer(Fields.NONE, person, mentor, () -> {
            acts.erase(acts.on(person, mentor, context));
            return done("effacement", mentor, null);
        });
    }

    private static ModelAndView done(String what, String mentor, @Nullable String back) {
        return FormAct.done(new JustDone(what, mentor), back, "/mentors/" + mentor);
    }

    /** The password is in this answer and nowhere else, so there is no redirect. */
    private ModelAndView letIn(
            String done,
            Person person,
            String mentor,
            HttpServletResponse response,
            MentorActs.Act act,
            Function<MentorActs.Act, Login> way) {
        return answer(Fields.NONE, person, mentor, () -> {
            Login login = way.apply(act);
            if (MentorActs.isInvited(act.row())) {
                return done(done, mentor, null);
            }
            response.setHeader("Cache-Control", "no-store");
            return page(person, mentor).addObject("acces", login);
        });
    }

    /** A refusal is said on the mentor's page, where it can be mended; so is that the login server does not answer. */
    private ModelAndView answer(Fields fields, Person person, String mentor, Supplier<ModelAndView> act) {
        try {
            return forms.answer(fields, act, () -> page(person, mentor));
        } catch (AccountsUnavailable _) {
            ModelAndView page = page(person, mentor).addObject("refus", texts.of("mentor.compte.indisponible"));
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page;
        }
    }
}
