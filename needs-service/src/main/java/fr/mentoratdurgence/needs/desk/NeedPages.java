package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.NoteBook;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.needs.intake.WeeklySlot;
import fr.mentoratdurgence.needs.pages.Choices;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.util.UriUtils;

/** The pages of declared needs: a structure's own, a référent's territory. */
@Controller
@RequestMapping("/besoins")
class NeedPages {

    /** A need in a list. */
    record Item(NeedView view, String title, String details, String progress, String tone, long days) {}

    /**
     * A line in words.
     *
     * @param typed the number in the field
     * @param open whether the field is shown: it is to be mended
     */
    record LineItem(
            int number,
            String typed,
            boolean open,
            String title,
            String details,
            String slots,
            boolean lacksFamilyLink) {}

    private static final int PAGE = 50;
    private static final Set<NeedStatus> ALL = EnumSet.allOf(NeedStatus.class);
    private static final Set<NeedStatus> OPEN = EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN));

    private static final Set<String> DONE = Set.of(
            "prise-en-charge", "appel", "appel-sans-reponse", "verification", "qualification", "nombre", "retrait");

    /** A way to look at the list. */
    record Filter(String label, String count, String href, boolean current) {}

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

    /** What the team looks at first stands first: see {@link NeedBoard#toDo}. */
    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable NeedStatus etat,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        String search = q.isBlank() ? null : q.strip();
        Map<NeedStatus, Integer> counts = board.counts(person, search);
        Set<NeedStatus> statuses = etat != null ? EnumSet.of(etat) : search != null ? ALL : OPEN;
        int total = sum(counts, statuses);
        int pages = Math.max(1, (Math.min(total, FirstRows.MOST) + PAGE - 1) / PAGE);
        int at = Math.clamp(page, 1, pages);
        List<Filter> filters = new ArrayList<>();
        Set<NeedStatus> together = search != null ? ALL : OPEN;
        filters.add(new Filter(
                texts.of(search != null ? "besoins.tous" : "besoins.en-cours"),
                texts.counted(sum(counts, together)),
                link(null, search, 1),
                etat == null));
        for (NeedStatus status : NeedStatus.values()) {
            int count = counts.getOrDefault(status, 0);
            if (count > 0 || status == etat) {
                filters.add(new Filter(
                        choices.word("etats", status.name()),
                        texts.counted(count),
                        link(status, search, 1),
                        status == etat));
            }
        }
        return new ModelAndView("besoins/liste")
                .addObject("equipe", isTeam(person))
                .addObject(
                        "besoins",
                        board.toDo(person, new Selection(statuses, null, search), (at - 1) * PAGE, PAGE).stream()
                                .map(this::item)
                                .toList())
                .addObject("filtres", filters)
                .addObject("etat", etat)
                .addObject("recherche", search)
                .addObject("numero", at)
                .addObject("nombre", pages)
                .addObject("precedente", at > 1 ? link(etat, search, at - 1) : null)
                .addObject("suivante", at < pages ? link(etat, search, at + 1) : null);
    }

    private static int sum(Map<NeedStatus, Integer> counts, Set<NeedStatus> statuses) {
        return statuses.stream()
                .mapToInt(status -> counts.getOrDefault(status, 0))
                .sum();
    }

    private static String link(@Nullable NeedStatus status, @Nullable String search, int page) {
        List<String> params = new ArrayList<>();
        if (status != null) {
            params.add("etat=" + status);
        }
        if (search != null) {
            params.add("q=" + UriUtils.encode(search, StandardCharsets.UTF_8));
        }
        if (page > 1) {
            params.add("page=" + page);
        }
        return params.isEmpty() ? "/besoins" : "/besoins?" + String.join("&", params);
    }

    @GetMapping("/{need}")
    ModelAndView detail(@PathVariable String need, @RequestParam(defaultValue = "") String fait, Person person) {
        return detailPage(desk.find(need, person), person)
                .addObject("fait", DONE.contains(fait) ? texts.of("fait." + fait) : null);
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
        return act(need, "prise-en-charge", retour, person, () -> desk.assign(need, person, context));
    }

    @PostMapping("/{need}/contacts")
    ModelAndView attempt(
            @PathVariable String need,
            @RequestParam(defaultValue = "") String joint,
            @RequestParam(required = false) @Nullable String jour,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        LocalDate on = jour == null ? desk.today() : date(jour);
        if (on == null) {
            return mending(need, "jour", texts.of("saisie.appel.jour"), person).addObject("jour", jour);
        }
        boolean reached = joint.equals("oui");
        try {
            desk.attempt(need, reached, on, person, context);
        } catch (Rejection refused) {
            if (refused.code().kind() == RejectionCode.Kind.INVALID) {
                return mending(need, "jour", texts.of(refused), person).addObject("jour", jour);
            }
            return refused(need, person, refused);
        }
        return done(need, reached ? "appel" : "appel-sans-reponse", retour);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    @PostMapping("/{need}/verification")
    ModelAndView verify(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, "verification", retour, person, () -> desk.verifyStructure(need, person, context));
    }

    @PostMapping("/{need}/qualification")
    ModelAndView qualify(
            @PathVariable String need,
            @RequestParam(defaultValue = "false") boolean lienFamille,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return act(need, "qualification", retour, person, () -> desk.qualify(need, lienFamille, person, context));
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
        try {
            desk.revise(need, line, count, reason(need, line, count, person), person, context);
        } catch (Rejection refused) {
            if (refused.code().kind() == RejectionCode.Kind.INVALID) {
                return mending(need, "nombre-" + line, countFault(need, line, refused, person), person)
                        .addObject("lignes", lines(desk.find(need, person), Map.of(line, nombre)));
            }
            return refused(need, person, refused);
        }
        return done(need, "nombre", null);
    }

    /** Lines have no numbers on the page: which young people these are is said by their level. */
    private String countFault(String need, int line, Rejection refused, Person person) {
        if (!refused.code().name().equals(NeedRejection.COUNT_OUT_OF_RANGE.name())) {
            return texts.of(refused);
        }
        return desk.find(need, person).lines().stream()
                .filter(one -> one.line() == line)
                .map(one -> texts.of(
                        "saisie.nombre.change",
                        Texts.capital(choices.word("niveau", one.levelBand().name())),
                        NeedLine.MAX_COUNT))
                .findFirst()
                .orElseGet(() -> texts.of(refused));
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
        return withdrawalPage(need, person, new Violations());
    }

    @PostMapping("/{need}/retrait")
    ModelAndView withdraw(
            @PathVariable String need,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        Optional<WithdrawalReason> reason = reasons(person).stream()
                .filter(known -> known.name().equals(motif))
                .findFirst();
        if (reason.isEmpty()) {
            return withdrawalPage(need, person, new Violations().add("motif", "saisie.retrait.motif"));
        }
        return act(need, "retrait", retour, person, () -> desk.withdraw(need, reason.get(), person, context));
    }

    private ModelAndView withdrawalPage(String need, Person person, Violations wrong) {
        ModelAndView page = new ModelAndView("besoins/retrait")
                .addObject("item", item(desk.find(need, person)))
                .addObject("violations", texts.of(new InvalidInput(wrong.all())))
                .addObject(
                        "motifs",
                        reasons(person).stream()
                                .map(reason -> new Choices.Choice(reason.name(), withdrawal(reason, person)))
                                .toList());
        if (!wrong.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** Whether a need is one of the operation at all, the team judges; a structure speaks for itself. */
    private static Set<WithdrawalReason> reasons(Person person) {
        return isTeam(person)
                ? EnumSet.allOf(WithdrawalReason.class)
                : EnumSet.complementOf(EnumSet.of(WithdrawalReason.OUT_OF_SCOPE));
    }

    private String withdrawal(WithdrawalReason reason, Person person) {
        boolean own = reason == WithdrawalReason.STRUCTURE_WITHDREW && !isTeam(person);
        return choices.word("retrait", own ? "STRUCTURE_WITHDREW.soi" : reason.name());
    }

    /** Does it and leads back; a refusal shows the need as it is now, with the sentence that says why. */
    private ModelAndView act(String need, String what, @Nullable String retour, Person person, Supplier<NeedView> act) {
        try {
            var _ = act.get();
        } catch (Rejection refused) {
            return refused(need, person, refused);
        }
        return done(need, what, retour);
    }

    private static ModelAndView done(String need, String what, @Nullable String retour) {
        return SeeOther.back(retour, "/besoins/" + need + "?fait=" + what);
    }

    private ModelAndView refused(String need, Person person, Rejection refused) {
        HttpStatus status = switch (refused.code().kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND, FORBIDDEN, BUSY -> throw refused;
        };
        ModelAndView page = detailPage(desk.find(need, person), person).addObject("refus", texts.of(refused));
        page.setStatus(status);
        return page;
    }

    /** The need's page with one field to mend. */
    private ModelAndView mending(String need, String field, String message, Person person) {
        ModelAndView page =
                detailPage(desk.find(need, person), person).addObject("violations", List.of(new Fault(field, message)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView detailPage(NeedView view, Person person) {
        boolean mine = person.account().equals(view.referent());
        boolean calling = view.status() == NeedStatus.ASSIGNED || view.status() == NeedStatus.CONTACTED;
        return new ModelAndView("besoins/detail")
                .addObject("item", item(view))
                .addObject("vue", view)
                .addObject("equipe", isTeam(person))
                .addObject("aMoi", mine)
                .addObject("aAppeler", mine && calling)
                .addObject("aQualifier", mine && view.status() == NeedStatus.CONTACTED)
                .addObject("moi", person.account())
                .addObject("jour", desk.today().toString())
                .addObject("appels", board.calls(view.need()))
                .addObject(
                        "retrait", view.withdrawalReason() == null ? null : withdrawal(view.withdrawalReason(), person))
                .addObject(
                        "retireLe",
                        view.withdrawnAt() == null ? null : LocalDate.ofInstant(view.withdrawnAt(), desk.zone()))
                .addObject("note", notes.find(view.need()).orElse(null))
                .addObject(
                        "nomDeclare",
                        isTeam(person) && !view.structureVerified()
                                ? desk.unlistedName(view.need(), person).orElse(null)
                                : null)
                .addObject("origine", choices.word("origine", view.origin().name()))
                .addObject(
                        "public",
                        Texts.capital(
                                choices.word("public", view.priorityAudience().name())))
                .addObject("lignes", lines(view, Map.of()));
    }

    private List<LineItem> lines(NeedView view, Map<Integer, String> typed) {
        return view.lines().stream()
                .map(line -> line(line, typed.get(line.line())))
                .toList();
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

    private LineItem line(NeedLine line, @Nullable String typed) {
        String details = Texts.capital(choices.words("accompagnement", line.supports()));
        String subjects = choices.words("matiere", line.subjects());
        String channels = choices.words("canal", line.channels());
        return new LineItem(
                line.line(),
                typed == null ? Integer.toString(line.count()) : typed,
                typed != null,
                texts.of(
                        "ligne.titre",
                        line.count(),
                        choices.word("niveau", line.levelBand().name())),
                String.join(
                        " · ",
                        List.of(details, subjects, channels).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()),
                Texts.capital(
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
