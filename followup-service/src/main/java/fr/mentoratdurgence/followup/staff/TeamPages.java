package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.TeamList.Asked;
import fr.mentoratdurgence.followup.staff.TeamList.Shown;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccountsUnavailable;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.typed.Telephone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is in the team: coordinators invite, confirm, open logins and end them. */
@Controller
class TeamPages {
    private static final String PAGE = "/suivi/equipe";

    private final StaffBoard board;
    private final TeamList list;
    private final StaffBook book;
    private final ReachBook reaches;
    private final TeamActs acts;
    private final FormAct forms;
    private final Texts texts;

    TeamPages(
            StaffBoard board,
            TeamList list,
            StaffBook book,
            ReachBook reaches,
            TeamActs acts,
            FormAct forms,
            Texts texts) {
        this.board = board;
        this.list = list;
        this.book = book;
        this.reaches = reaches;
        this.acts = acts;
        this.forms = forms;
        this.texts = texts;
    }

    /** A place with the name of who has it. */
    record Line(StaffRow row, String name, boolean hasAddress, String line) {}

    @GetMapping(PAGE)
    ModelAndView team(
            Person person,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page) {
        Asked asked = Asked.of(role, etat, dpt, page);
        return ListFile.asked(fichier) ? list.file(asked) : page(person, Map.of(), asked);
    }

    @PostMapping(PAGE)
    ModelAndView invite(Person person, CommandContext context, @RequestParam Map<String, String> typed) {
        return forms.answer(
                () -> {
                    return done("equipe-invitation", acts.invite(person, TypedPlace.read(typed), context));
                },
                () -> page(person, typed));
    }

    @PostMapping(PAGE + "/{staff}/confirmation")
    ModelAndView confirm(Person person, @PathVariable String staff, CommandContext context) {
        return forms.answer(
                () -> {
                    acts.confirm(person, staff, context);
                    return done("equipe-confirmation", staff);
                },
                () -> page(person, Map.of()));
    }

    @PostMapping(PAGE + "/{staff}/compte")
    ModelAndView open(Person person, @PathVariable String staff, CommandContext context, HttpServletResponse response) {
        return reaching(() -> page(person, Map.of()), () -> {
            boolean written = isWrittenTo(staff);
            Login login = acts.open(staff, context);
            return written ? done("equipe-compte", staff) : shownOnce(person, login, response);
        });
    }

    @PostMapping(PAGE + "/{staff}/mot-de-passe")
    ModelAndView renew(
            Person person, @PathVariable String staff, CommandContext context, HttpServletResponse response) {
        return reaching(() -> page(person, Map.of()), () -> {
            boolean written = isWrittenTo(staff);
            Login login = acts.renew(staff, context);
            return written ? done("equipe-acces", staff) : shownOnce(person, login, response);
        });
    }

    /** Who reads letters gets the password there and nowhere else: nobody of the team could log in as them. */
    private boolean isWrittenTo(String staff) {
        return book.find(staff)
                .filter(colleague -> !colleague.email().isEmpty())
                .isPresent();
    }

    @GetMapping(PAGE + "/{staff}/correction")
    ModelAndView correction(@PathVariable String staff, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        StaffRow row = board.one(staff);
        Colleague known = book.find(staff).orElseThrow(() -> new Rejection(StaffRejection.STAFF_GONE));
        return correctionPage(staff, TypedPlace.typed(row, known));
    }

    @PostMapping(PAGE + "/{staff}/correction")
    ModelAndView correct(
            Person person,
            @PathVariable String staff,
            CommandContext context,
            @RequestParam Map<String, String> typed) {
        return reaching(() -> correctionPage(staff, typed), () -> {
            acts.correct(person, staff, TypedPlace.read(typed), context);
            boolean waits = board.one(staff).asked() != null;
            return done(waits ? "equipe-changement-attend" : "equipe-correction", staff);
        });
    }

    @PostMapping(PAGE + "/{staff}/changement")
    ModelAndView agree(Person person, @PathVariable String staff, CommandContext context) {
        return reaching(() -> page(person, Map.of()), () -> {
            acts.agree(person, staff, context);
            return done("equipe-correction", staff);
        });
    }

    private ModelAndView correctionPage(String staff, Map<String, String> typed) {
        StaffRow row = board.one(staff);
        return new ModelAndView("suivi/equipe-correction")
                .addObject("place", line(row, book.find(staff).orElse(null)))
                .addObject("saisie", new HashMap<>(typed))
                .addObject("roles", Choice.of(texts, "equipe.role.", StaffRole.values()));
    }

    /** What somebody follows is said before the place ends: nothing is handed over silently. */
    @GetMapping(PAGE + "/{staff}/depart")
    ModelAndView leaving(@PathVariable String staff) {
        StaffRow row = board.one(staff);
        String account = row.account() == null ? "" : row.account();
        return new ModelAndView("suivi/equipe-depart")
                .addObject("place", line(row, book.find(staff).orElse(null)))
                .addObject("binomes", board.pairsOf(account))
                .addObject("besoins", board.needsOf(account));
    }

    @PostMapping(PAGE + "/{staff}/depart")
    ModelAndView leave(Person person, @PathVariable String staff, CommandContext context) {
        return forms.answer(
                () -> {
                    acts.leave(person, staff, context);
                    return done("equipe-depart", staff);
                },
                () -> page(person, Map.of()));
    }

    private static ModelAndView done(String what, String staff) {
        return FormAct.done(new JustDone(what, staff), null, PAGE);
    }

    /** The password is in this answer and nowhere else, so there is no redirect. */
    private ModelAndView shownOnce(Person person, Login login, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return page(person, Map.of()).addObject("acces", login);
    }

    private ModelAndView reaching(Supplier<ModelAndView> again, Supplier<ModelAndView> act) {
        try {
            return forms.answer(act, again);
        } catch (AccountsUnavailable _) {
            ModelAndView page = again.get().addObject("refus", texts.of("equipe.compte.indisponible"));
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page;
        }
    }

    private ModelAndView page(Person person, Map<String, String> typed) {
        return page(person, typed, Asked.ALL);
    }

    private ModelAndView page(Person person, Map<String, String> typed, Asked asked) {
        Map<String, Colleague> known = book.all();
        Shown shown = list.shown(person, asked);
        return new ModelAndView("suivi/equipe")
                .addObject("tete", shown.head())
                .addObject("pages", shown.pages())
                .addObject(
                        "equipe",
                        shown.rows().stream()
                                .map(row -> line(row, known.get(row.staff())))
                                .toList())
                .addObject("moi", person.account())
                .addObject("saisie", new HashMap<>(typed))
                .addObject("roles", Choice.of(texts, "equipe.role.", StaffRole.values()));
    }

    private Line line(StaffRow row, @Nullable Colleague colleague) {
        return colleague == null
                ? new Line(row, texts.of("suivi.personne.inconnue"), false, "")
                : new Line(
                        row,
                        colleague.name(),
                        !colleague.email().isEmpty(),
                        Telephone.shown(
                                row.account() == null
                                        ? colleague.phone()
                                        : reaches.of(row.account()).line()));
    }
}
