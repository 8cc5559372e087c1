package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.Waiting.Figure;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccessLetters;
import fr.mentoratdurgence.platform.accounts.LoginHolders;
import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.letters.Correspondent;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens an address of the team for the moment of sending, and fills the letter. */
final class StaffCorrespondents implements Correspondents, LoginHolders {
    private static final String WORKBENCH = "/suivi";
    private static final String CONCERNS = "/suivi/inquietudes/";
    private static final String MINE = "/suivi";
    private static final String ALERTS = "/suivi?voir=alertes";

    private final StaffBook book;
    private final StaffBoard board;
    private final AccessLetters access;
    private final Waiting waiting;
    private final StaffNames names;
    private final FrenchTime time;
    private final Texts texts;
    private final Clock clock;

    StaffCorrespondents(
            StaffBook book,
            StaffBoard board,
            AccessLetters access,
            Waiting waiting,
            StaffNames names,
            FrenchTime time,
            Texts texts,
            Clock clock) {
        this.book = book;
        this.board = board;
        this.access = access;
        this.waiting = waiting;
        this.names = names;
        this.time = time;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<? extends LetterKind> kinds() {
        return List.of(StaffLetter.values());
    }

    @Override
    public boolean mayCome(LetterKind kind, String person) {
        return kind != StaffLetter.WEEKLY
                || board.find(person)
                        .filter(row -> row.role() == StaffRole.COORDINATOR)
                        .isPresent();
    }

    @Override
    public Optional<Correspondent> find(String person) {
        ZoneId zone = board.find(person).map(StaffRow::zone).orElse(OperationZone.PARIS);
        return book.find(person)
                .map(colleague -> new Correspondent(colleague.firstName(), colleague.email(), colleague.phone(), zone));
    }

    @Override
    public List<String> of(Person caller) {
        return board.under(caller.account()).stream().toList();
    }

    @Override
    public Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters) {
        if (kind == StaffLetter.ERASED) {
            return Optional.of(new Content(Map.of("jour", time.day(day(parameters))), ""));
        }
        Optional<StaffRow> row = board.find(person);
        String account = row.map(StaffRow::account).orElse(null);
        if (account == null) {
            return Optional.empty();
        }
        return switch (StaffLetter.valueOf(kind.name())) {
            case ACCOUNT_INVITATION -> Optional.of(access.invitation(account, person));
            case LOGIN_REMINDER -> Optional.of(access.reminder(account, person));
            case CALL_OVERDUE -> overdue(row.orElseThrow(), account);
            case MORNING -> morning(row.orElseThrow(), account, parameters);
            case WEEKLY -> weekly(row.orElseThrow(), parameters);
            case ERASED -> Optional.empty(); // above: there is no place any more
            case CONCERN_RAISED, CONCERN_UNANSWERED ->
                Optional.of(new Content(Map.of(), CONCERNS + parameters.get("concern")));
            case HANDOVER_RECEIVED -> Optional.of(handedOver(parameters));
            case PAIR_TO_REVIEW -> Optional.of(new Content(Map.of(), ALERTS));
            case NEEDS_HANDED_OVER -> Optional.of(new Content(Map.of(), MINE));
        };
    }

    private Content handedOver(Map<String, String> parameters) {
        String until = parameters.getOrDefault("until", "");
        return new Content(
                Map.of(
                        "qui",
                        names.name(parameters.getOrDefault("from", "")).orElseGet(() -> texts.of("passation.quelquun")),
                        "duree",
                        until.isEmpty()
                                ? texts.of("passation.toujours")
                                : texts.of("passation.jusquau", time.weekday(LocalDate.parse(until)))),
                WORKBENCH + "?qui=miens#binomes");
    }

    /** As many as still wait when it is sent; where all were called meanwhile, nothing is to be said. */
    private Optional<Content> overdue(StaffRow row, String account) {
        return waiting.of(row.role(), account, row.territory()).stream()
                .filter(figure -> figure.what().equals("retard"))
                .findFirst()
                .map(figure -> new Content(
                        Map.of("nombre", texts.counted(figure.count()), "retard", said(figure)), WORKBENCH));
    }

    /** Figures of now; a morning that is over is told by the next one. */
    private Optional<Content> morning(StaffRow row, String account, Map<String, String> parameters) {
        List<Figure> figures =
                today(row).equals(day(parameters)) ? waiting.of(row.role(), account, row.territory()) : List.of();
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        String then = figures.stream().skip(1).map(this::said).collect(Collectors.joining(" ; "));
        int all = figures.stream().mapToInt(Figure::count).sum();
        return Optional.of(new Content(
                Map.of(
                        "nombre",
                        texts.counted(all),
                        "dabord",
                        said(figures.getFirst()),
                        "ensuite",
                        then.isEmpty() ? texts.of("matin.rien") : then),
                WORKBENCH));
    }

    /** Figures of now, those too that are none; a week that is over is told by the next one. */
    private Optional<Content> weekly(StaffRow row, Map<String, String> parameters) {
        if (!today(row).isBefore(day(parameters).plusWeeks(1))) {
            return Optional.empty();
        }
        Map<String, String> words = new HashMap<>();
        waiting.ofTheWeek(row.territory())
                .forEach(figure -> words.put(figure.what(), texts.of("semaine." + figure.what(), figure.count())));
        return Optional.of(new Content(words, WORKBENCH));
    }

    private LocalDate today(StaffRow row) {
        return LocalDate.ofInstant(clock.instant(), row.zone());
    }

    private static LocalDate day(Map<String, String> parameters) {
        return LocalDate.parse(Objects.requireNonNull(parameters.get("on"), "on"));
    }

    private String said(Figure figure) {
        return texts.of("matin." + figure.what(), figure.count());
    }

    @Override
    public List<String> at(String email) {
        return board.here().stream()
                .filter(row -> row.account() != null)
                .map(StaffRow::staff)
                .filter(staff -> book.find(staff)
                        .filter(colleague -> colleague.email().equals(email))
                        .isPresent())
                .toList();
    }

    @Override
    public LetterKind reminder() {
        return StaffLetter.LOGIN_REMINDER;
    }
}
