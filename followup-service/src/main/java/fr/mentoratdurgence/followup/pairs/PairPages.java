package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of pairs: one pair with its story and its forms, and one's own pairs for a mentor or a structure. */
@Controller
class PairPages {
    private static final List<String> DONE =
            List.of("premier-contact", "seance", "absence", "interruption", "cloture", "poursuite", "reponse");

    private static final int OWN_PER_PAGE = 25;

    private final PairBoard board;
    private final PairActs acts;
    private final Today today;
    private final FollowupPolicy policy;
    private final Texts texts;

    PairPages(PairBoard board, PairActs acts, Today today, FollowupPolicy policy, Texts texts) {
        this.board = board;
        this.acts = acts;
        this.today = today;
        this.policy = policy;
        this.texts = texts;
    }

    /** One entry of a list of choices. */
    record Choice(String value, String label) {}

    @GetMapping("/suivi/binomes/{pair}")
    String pair(Person person, @PathVariable String pair, @RequestParam Map<String, String> query, Model model) {
        model.addAttribute("saisie", PairForm.blank(today.day()));
        model.addAttribute("fait", done(query.get("fait")));
        return show(person, acts.find(person, pair), model);
    }

    /** The quick forms of a pair, to be opened inside a list. */
    @GetMapping("/suivi/binomes/{pair}/actes")
    String quickActs(
            Person person,
            @PathVariable String pair,
            @RequestParam(defaultValue = "/suivi") String retour,
            Model model) {
        model.addAttribute("binome", acts.find(person, pair));
        model.addAttribute("saisie", PairForm.blank(today.day()));
        model.addAttribute("canaux", choices("canal.", Channel.values()));
        model.addAttribute("absents", choices("cote.", Side.values()));
        model.addAttribute("annonces", yesOrNo("suivi.acte.absence.excusee"));
        model.addAttribute("retourVers", retour);
        return "suivi/actes";
    }

    @GetMapping("/suivi/mes-binomes")
    String mine(Person person, @RequestParam Map<String, String> query, Model model) {
        LocalDate day = today.day();
        int live = board.countOwn(person, true);
        int over = board.countOwn(person, false);
        int pages = Math.max(1, Math.ceilDiv(Math.max(live, over), OWN_PER_PAGE));
        int page = Math.clamp(number(query.get("page")), 1, pages);
        int offset = (page - 1) * OWN_PER_PAGE;
        model.addAttribute("enCours", board.own(person, true, offset, OWN_PER_PAGE));
        model.addAttribute("termines", board.own(person, false, offset, OWN_PER_PAGE));
        model.addAttribute("nombreTermines", over);
        model.addAttribute("numero", page);
        model.addAttribute("nombre", pages);
        model.addAttribute("precedente", page > 1 ? "/suivi/mes-binomes?page=" + (page - 1) : null);
        model.addAttribute("suivante", page < pages ? "/suivi/mes-binomes?page=" + (page + 1) : null);
        model.addAttribute("aujourdhui", day);
        model.addAttribute("saisie", PairForm.blank(day));
        model.addAttribute("canaux", choices("canal.", Channel.values()));
        model.addAttribute("fait", done(query.get("fait")));
        return "suivi/mes-binomes";
    }

    /** What is no number leads to the first page. */
    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
    }

    @PostMapping("/suivi/binomes/{pair}/premier-contact")
    ModelAndView firstContact(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "premier-contact", "contactLe", model, response, form -> {
            LocalDate day = form.day("contactLe");
            form.check();
            acts.confirmFirstContact(posted.act(), day);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/seances")
    ModelAndView session(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "seance", "jour", model, response, form -> {
            LocalDate day = form.day("jour");
            int minutes = form.minutes("minutes");
            Channel channel = form.choice("canal", Channel.class);
            form.check();
            String _ = acts.logSession(posted.act(), day, minutes, channel);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/absences")
    ModelAndView absence(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "absence", "prevueLe", model, response, form -> {
            LocalDate day = form.day("prevueLe");
            Side missedBy = form.choice("absent", Side.class);
            boolean announced = form.yesNo("annoncee");
            form.check();
            String _ = acts.logMissedSession(posted.act(), day, missedBy, announced);
        });
    }

    /** What an interruption brings about, before it is made: it cannot be undone. Changes nothing. */
    @PostMapping("/suivi/binomes/{pair}/interruption/confirmation")
    ModelAndView interruptionToConfirm(
            Person person,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        PairForm form = new PairForm(typed);
        PairRow row = acts.inCharge(person, pair);
        try {
            InterruptionReason reason = form.choice("motif", InterruptionReason.class);
            Side side = form.choice("cote", Side.class);
            form.check();
            model.addAttribute("binome", row);
            model.addAttribute("motif", reason);
            model.addAttribute("cote", side);
            return new ModelAndView("suivi/interruption");
        } catch (InvalidInput invalid) {
            model.addAttribute("violations", texts.of(invalid));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("saisie", form.shownAgain(today.day()));
            return new ModelAndView(show(person, row, model));
        }
    }

    @PostMapping("/suivi/binomes/{pair}/interruption")
    ModelAndView interruption(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "interruption", "motif", model, response, form -> {
            InterruptionReason reason = form.choice("motif", InterruptionReason.class);
            Side side = form.choice("cote", Side.class);
            form.check();
            acts.interrupt(posted.act(), side, reason);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/cloture")
    ModelAndView closure(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "cloture", "prevue", model, response, form -> {
            boolean planned = form.yesNo("prevue");
            form.check();
            acts.close(posted.act(), planned);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/poursuite")
    ModelAndView continuation(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "poursuite", "proposeeLe", model, response, form -> {
            String association = form.word("association");
            LocalDate day = form.day("proposeeLe");
            form.check();
            acts.proposeContinuation(posted.act(), association, day);
        });
    }

    @PostMapping("/suivi/binomes/{pair}/poursuite/reponse")
    ModelAndView continuationAnswer(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Posted posted = new Posted(new Act(person, pair, context), new PairForm(typed), typed.get("retour"));
        return answer(posted, "reponse", "repondueLe", model, response, form -> {
            boolean agreed = form.yesNo("accord");
            ContinuationSide side = form.choice("avisDe", ContinuationSide.class);
            LocalDate day = form.day("repondueLe");
            form.check();
            acts.answerContinuation(posted.act(), agreed, side, day);
        });
    }

    private record Posted(Act act, PairForm form, @Nullable String wishedReturn) {}

    private interface Deed {
        void with(PairForm form);
    }

    /** Does it and goes back; where it cannot be done, shows the pair again with what was typed and what to mend. */
    private ModelAndView answer(
            Posted posted, String done, String mainField, Model model, HttpServletResponse response, Deed deed) {
        PairRow row = acts.find(posted.act().person(), posted.act().pair());
        try {
            deed.with(posted.form());
            String back = SeeOther.local(posted.wishedReturn(), "/suivi/binomes/" + row.pair());
            return SeeOther.at(UriComponentsBuilder.fromUriString(back)
                    .replaceQueryParam("fait", done)
                    .build(true)
                    .toUriString());
        } catch (InvalidInput invalid) {
            model.addAttribute("violations", texts.of(invalid));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (Rejection refused) {
            switch (refused.code().kind()) {
                case NOT_FOUND, FORBIDDEN, BUSY -> throw refused;
                case CONFLICT -> {
                    model.addAttribute("refus", texts.of(refused));
                    response.setStatus(HttpStatus.CONFLICT.value());
                }
                case INVALID -> {
                    model.addAttribute(
                            "violations",
                            List.of(new Texts.Fault(field(refused.code(), mainField), texts.of(refused))));
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                }
            }
        }
        model.addAttribute("saisie", posted.form().shownAgain(today.day()));
        return new ModelAndView(
                show(posted.act().person(), acts.find(posted.act().person(), row.pair()), model));
    }

    private static String field(RejectionCode code, String mainField) {
        return code == PairRejection.MINUTES_OUT_OF_RANGE ? "minutes" : mainField;
    }

    private String show(Person person, PairRow row, Model model) {
        model.addAttribute("binome", row);
        List<PairFact> facts = board.facts(person, row);
        model.addAttribute("faits", facts);
        model.addAttribute("aujourdhui", today.day());
        model.addAttribute("silence", row.silentDays(today.day()));
        model.addAttribute("silenceMax", policy.silentAfterDays());
        model.addAttribute("gere", PairBoard.manages(person, row));
        model.addAttribute("cote", PairBoard.sideOf(person, row));
        model.addAttribute("canaux", choices("canal.", Channel.values()));
        model.addAttribute("absents", choices("cote.", Side.values()));
        model.addAttribute("annonces", yesOrNo("suivi.acte.absence.excusee"));
        model.addAttribute(
                "protection", facts.stream().anyMatch(fact -> fact.reason() == InterruptionReason.SAFEGUARDING));
        model.addAttribute("cotes", choices("cote.", Side.values()));
        model.addAttribute("motifs", choices("interruption.", InterruptionReason.values()));
        model.addAttribute("fins", yesOrNo("suivi.acte.cloture"));
        model.addAttribute(
                "associations",
                MemberAssociations.all().stream()
                        .map(a -> new Choice(a.code(), a.label()))
                        .toList());
        model.addAttribute("avis", choices("cote.", ContinuationSide.values()));
        model.addAttribute("accords", yesOrNo("suivi.acte.reponse"));
        return "suivi/binome";
    }

    private List<Choice> choices(String prefix, Enum<?>[] values) {
        return Stream.of(values)
                .map(v -> new Choice(v.name(), Texts.capital(texts.of(prefix + v.name()))))
                .toList();
    }

    private List<Choice> yesOrNo(String prefix) {
        return List.of(new Choice("oui", texts.of(prefix + ".oui")), new Choice("non", texts.of(prefix + ".non")));
    }

    private static @Nullable String done(@Nullable String code) {
        return Optional.ofNullable(code).filter(DONE::contains).orElse(null);
    }
}
