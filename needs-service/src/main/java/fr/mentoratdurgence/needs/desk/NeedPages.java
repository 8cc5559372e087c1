package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.NoteBook;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.needs.intake.WeeklySlot;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.domain.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of declared needs: a structure's own, a référent's territory. */
@Controller
@RequestMapping("/besoins")
class NeedPages {

    /** A need in a list. */
    record Item(NeedView view, String title, String details, String progress, String tone, long days) {}

    /** A line in words. */
    record LineItem(int number, int count, String title, String details, String slots, boolean lacksFamilyLink) {}

    private static final int PAGE = 50;
    private static final Set<NeedStatus> WITHDRAWN = EnumSet.of(NeedStatus.WITHDRAWN);
    private static final Set<NeedStatus> OPEN = EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN));

    private final NeedDesk desk;
    private final NeedBoard board;
    private final NoteBook notes;
    private final Choices choices;
    private final Texts texts;

    NeedPages(NeedDesk desk, NeedBoard board, NoteBook notes, Choices choices, Texts texts) {
        this.desk = desk;
        this.board = board;
        this.notes = notes;
        this.choices = choices;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "non") String retires,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        boolean withdrawn = retires.equals("oui");
        int open = board.count(person, new Selection(OPEN, null));
        int closed = board.count(person, new Selection(WITHDRAWN, null));
        int pages = Math.max(1, ((withdrawn ? closed : open) + PAGE - 1) / PAGE);
        int at = Math.clamp(page, 1, pages);
        return new ModelAndView("besoins/liste")
                .addObject("equipe", isTeam(person))
                .addObject(
                        "besoins",
                        board
                                .list(person, new Selection(withdrawn ? WITHDRAWN : OPEN, null), (at - 1) * PAGE, PAGE)
                                .stream()
                                .map(this::item)
                                .toList())
                .addObject("montreRetires", withdrawn)
                .addObject("enCours", open)
                .addObject("retires", closed)
                .addObject("numero", at)
                .addObject("nombre", pages)
                .addObject("precedente", at > 1 ? link(withdrawn, at - 1) : null)
                .addObject("suivante", at < pages ? link(withdrawn, at + 1) : null);
    }

    private static String link(boolean withdrawn, int page) {
        return "/besoins?" + (withdrawn ? "retires=oui&" : "") + "page=" + page;
    }

    @GetMapping("/{need}")
    ModelAndView detail(@PathVariable String need, Person person) {
        return detailPage(desk.find(need, person), person, null);
    }

    /** The card; shown inside another page where htmx asks, as a page otherwise. */
    @GetMapping("/{need}/contact")
    ModelAndView contact(
            @PathVariable String need,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inside,
            Person person,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new ModelAndView(inside == null ? "besoins/fiche-contact" : "besoins/fiche-contact :: carte")
                .addObject("contact", desk.contact(need, person).orElse(null))
                .addObject("partie", isTeam(person) || person.has("structure"))
                .addObject("vue", desk.reachable(need, person));
    }

    @PostMapping("/{need}/contact/effacement")
    ModelAndView eraseContact(@PathVariable String need, Person person) {
        desk.eraseContact(need, person);
        return SeeOther.at("/besoins/" + need);
    }

    @PostMapping("/{need}/prise-en-charge")
    ModelAndView assign(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, retour, person, () -> desk.assign(need, person, context));
    }

    @PostMapping("/{need}/contacts")
    ModelAndView attempt(
            @PathVariable String need,
            @RequestParam(defaultValue = "non") String joint,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, retour, person, () -> desk.attempt(need, joint.equals("oui"), null, person, context));
    }

    @PostMapping("/{need}/verification")
    ModelAndView verify(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, retour, person, () -> desk.verifyStructure(need, person, context));
    }

    @PostMapping("/{need}/qualification")
    ModelAndView qualify(
            @PathVariable String need,
            @RequestParam(defaultValue = "false") boolean lienFamille,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, retour, person, () -> desk.qualify(need, lienFamille, person, context));
    }

    @PostMapping("/{need}/lignes/{line}")
    ModelAndView revise(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String nombre,
            Person person,
            CommandContext context) {
        // no number at all is out of range as well, and told in the same words
        int count = nombre.strip().matches("\\d{1,6}") ? Integer.parseInt(nombre.strip()) : -1;
        return act(
                need,
                null,
                person,
                () -> desk.revise(need, line, count, reason(need, line, count, person), person, context));
    }

    private RevisionReason reason(String need, int line, int count, Person person) {
        int before = desk.find(need, person).lines().stream()
                .filter(l -> l.line() == line)
                .mapToInt(NeedLine::count)
                .sum();
        return count < before ? RevisionReason.FEWER_PLACES : RevisionReason.MORE_PLACES;
    }

    @GetMapping("/{need}/retrait")
    ModelAndView withdraw(@PathVariable String need, Person person) {
        return new ModelAndView("besoins/retrait")
                .addObject("item", item(desk.find(need, person)))
                .addObject("motifs", choices.of("retrait", WithdrawalReason.class));
    }

    @PostMapping("/{need}/retrait")
    ModelAndView withdraw(
            @PathVariable String need,
            @RequestParam(defaultValue = "OTHER") WithdrawalReason motif,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, retour, person, () -> desk.withdraw(need, motif, person, context));
    }

    /** Does it and leads back; a refusal shows the need as it is now, with the sentence that says why. */
    private ModelAndView act(String need, @Nullable String retour, Person person, Supplier<NeedView> act) {
        try {
            NeedView done = act.get();
            return SeeOther.back(retour, "/besoins/" + done.need());
        } catch (Rejection refused) {
            HttpStatus status = switch (refused.code().kind()) {
                case CONFLICT -> HttpStatus.CONFLICT;
                case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                case NOT_FOUND, FORBIDDEN, BUSY -> throw refused;
            };
            ModelAndView page = detailPage(desk.find(need, person), person, texts.of(refused));
            page.setStatus(status);
            return page;
        }
    }

    private ModelAndView detailPage(NeedView view, Person person, @Nullable String refusal) {
        return new ModelAndView("besoins/detail")
                .addObject("item", item(view))
                .addObject("vue", view)
                .addObject("equipe", isTeam(person))
                .addObject("refus", refusal)
                .addObject("aMoi", person.account().equals(view.referent()))
                .addObject("note", notes.find(view.need()).orElse(null))
                .addObject("origine", choices.word("origine", view.origin().name()))
                .addObject(
                        "public",
                        Choices.capital(
                                choices.word("public", view.priorityAudience().name())))
                .addObject("lignes", view.lines().stream().map(this::line).toList());
    }

    private Item item(NeedView view) {
        String progress = view.progress();
        return new Item(
                view,
                view.commune().isEmpty()
                        ? view.structureName()
                        : texts.of("structure.titre", view.structureName(), view.commune()),
                texts.of("besoin.details", view.places(), levels(view)),
                choices.word("etat", progress),
                choices.word("etat.ton", progress),
                ChronoUnit.DAYS.between(view.declaredOn(), desk.today()));
    }

    private String levels(NeedView view) {
        return choices.words(
                "niveau",
                view.lines().stream()
                        .filter(line -> line.count() > 0)
                        .map(NeedLine::levelBand)
                        .distinct()
                        .toList());
    }

    private LineItem line(NeedLine line) {
        String details = Choices.capital(choices.words("accompagnement", line.supports()));
        String subjects = choices.words("matiere", line.subjects());
        String channels = choices.words("canal", line.channels());
        return new LineItem(
                line.line(),
                line.count(),
                texts.of(
                        "ligne.titre",
                        line.count(),
                        choices.word("niveau", line.levelBand().name())),
                String.join(
                        " · ",
                        List.of(details, subjects, channels).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()),
                Choices.capital(
                        line.slots().isEmpty()
                                ? texts.of("creneaux.aucun")
                                : String.join(
                                        ", ",
                                        line.slots().stream().map(this::slot).toList())),
                line.lacksFamilyLink());
    }

    private String slot(WeeklySlot slot) {
        return texts.of(
                "creneau.texte",
                texts.of("ui.day." + slot.day().name()).toLowerCase(Locale.FRENCH),
                hour(slot.startMinute()),
                hour(slot.endMinute()));
    }

    private static String hour(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static boolean isTeam(Person person) {
        return person.has("referent") || person.has("coordinator");
    }
}
