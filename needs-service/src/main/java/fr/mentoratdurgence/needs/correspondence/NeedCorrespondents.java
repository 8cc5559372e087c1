package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.contracts.vocabulary.SchoolYear;
import fr.mentoratdurgence.needs.accounts.AccountLetter;
import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.platform.CalendarEvent;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.letters.Correspondent;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.letters.LettersSettings;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts of the needs, and those who have an account of a structure, opened for the moment of sending. */
@Component
class NeedCorrespondents implements Correspondents {
    private static final FrenchTime FRENCH = new FrenchTime();

    private final ContactBook contacts;
    private final AccountCorrespondents holders;
    private final Links links;
    private final Texts texts;
    private final LettersSettings settings;
    private final JdbcClient db;

    NeedCorrespondents(
            ContactBook contacts,
            AccountCorrespondents holders,
            Links links,
            Texts texts,
            LettersSettings settings,
            JdbcClient db) {
        this.texts = texts;
        this.settings = settings;
        this.holders = holders;
        this.contacts = contacts;
        this.links = links;
        this.db = db;
    }

    @Override
    public List<? extends LetterKind> kinds() {
        return Stream.<LetterKind>concat(Stream.of(NeedLetter.values()), Stream.of(AccountLetter.values()))
                .toList();
    }

    @Override
    public Optional<Correspondent> find(String need) {
        if (!need.startsWith("need-")) {
            return holders.find(need);
        }
        return contacts.find(need)
                .map(contact -> new Correspondent(contact.name(), contact.email(), contact.phone(), zone(need)));
    }

    @Override
    public List<String> of(Person caller) {
        return holders.of(caller).stream().toList();
    }

    /** A contact chooses once for all needs whose contact is the same person: under the first of them. */
    @Override
    public String chooser(String person) {
        return contacts.find(person)
                .or(() -> holders.who(person))
                .flatMap(contacts::firstOf)
                .orElse(person);
    }

    /** Once a contact is to be erased, nothing goes there but the receipt. */
    @Override
    public Optional<Content> content(LetterKind kind, String need, Map<String, String> parameters) {
        if (kind instanceof AccountLetter told) {
            return holders.content(told, need);
        }
        Map<String, String> words = new HashMap<>(Map.of("numero", NeedReference.of(need)));
        day(parameters.get("callBy")).ifPresent(day -> words.put("rappel", day));
        day(parameters.get("calledOn")).ifPresent(day -> words.put("appel", day));
        day(parameters.get("on")).ifPresent(day -> words.put("jour", day));
        Optional.ofNullable(parameters.get("minute"))
                .map(minute -> FRENCH.hour(Integer.parseInt(minute)))
                .ifPresent(hour -> words.put("heure", hour));
        Optional.ofNullable(parameters.get("minutes")).ifPresent(minutes -> words.put("minutes", minutes));
        Optional.ofNullable(parameters.get("line")).ifPresent(line -> words.put("ligne", line));
        Optional.ofNullable(parameters.get("seat")).ifPresent(seat -> words.put("place", seat));
        day(parameters.get("answerBy")).ifPresent(day -> words.put("echeance", day));
        Optional.ofNullable(parameters.get("dueAt"))
                .map(instant -> FRENCH.weekday(OperationDay.of(Instant.parse(instant))))
                .ifPresent(day -> words.put("echeance", day));
        if (kind == NeedLetter.CONTACT_ERASED) {
            return Optional.of(new Content(words, ""));
        }
        if (contacts.find(need).isEmpty()) {
            return Optional.empty();
        }
        if (kind == NeedLetter.STATUS_LINK) {
            links.revokePerson(need);
        }
        Content content = new Content(words, link(kind, need, parameters));
        return Optional.of(kind == NeedLetter.SESSION_PLANNED ? content.with(session(need, parameters)) : content);
    }

    /** The event of the pair's page, by the clock of the school; days without school are taken out there. */
    private CalendarEvent session(String need, Map<String, String> parameters) {
        LocalDate on = LocalDate.parse(required(parameters, "on"));
        String pair = required(parameters, "pair");
        return new CalendarEvent(
                pair,
                Long.parseLong(required(parameters, "version")),
                on.atTime(LocalTime.ofSecondOfDay(Integer.parseInt(required(parameters, "minute")) * 60L)),
                zone(need),
                Integer.parseInt(required(parameters, "minutes")),
                Boolean.parseBoolean(required(parameters, "weekly")) ? SchoolYear.lastDay(on) : null,
                List.of(),
                texts.of("calendrier.seance"),
                settings.origin().resolve("/suivi/binomes/" + pair));
    }

    /** What is about one mentor leads there; everything else to the need. */
    private String link(LetterKind kind, String need, Map<String, String> parameters) {
        return switch (NeedLetter.valueOf(kind.name())) {
            case TRIAL_ASKED -> links.mint(NeedLink.NEED_TRIAL, need, required(parameters, "proposal"));
            case CONTACT_READY, FIRST_CONTACT_MISSING, SESSION_PLANNED, SESSION_TOMORROW ->
                links.mint(NeedLink.NEED_PAIR, need, required(parameters, "pair"));
            case CHECK_IN -> links.mint(NeedLink.NEED_CHECK_IN, need, required(parameters, "pair"));
            case SEAT_ASKED -> links.mint(NeedLink.NEED_SEAT, need, required(parameters, "pair"));
            case CONTINUATION_ASKED -> links.mint(NeedLink.NEED_CONTINUATION, need, required(parameters, "pair"));
            case RESOURCES_SHARED -> links.mint(NeedLink.NEED_RESOURCES, need, need);
            default -> links.mint(NeedLink.NEED_STATUS, need, need);
        };
    }

    private static String required(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static Optional<String> day(@Nullable String day) {
        return Optional.ofNullable(day).map(LocalDate::parse).map(FRENCH::weekday);
    }

    /** Where the school is; where nobody knows it yet, Paris. */
    private ZoneId zone(String need) {
        return db.sql("select departement from need where need = ?")
                .param(need)
                .query(String.class)
                .optional()
                .flatMap(Departements::of)
                .map(Departement::timeZone)
                .orElse(OperationZone.PARIS);
    }
}
