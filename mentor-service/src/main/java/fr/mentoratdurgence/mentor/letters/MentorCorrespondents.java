package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.contracts.vocabulary.SchoolYear;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.CalendarEvent;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccessLetters;
import fr.mentoratdurgence.platform.accounts.LoginHolders;
import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.letters.Correspondent;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.letters.LettersSettings;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a mentor's address for the moment of sending, and fills the letter. */
final class MentorCorrespondents implements Correspondents, LoginHolders {
    private static final String PAIRS = "/suivi/mes-binomes";

    private final IdentityBook identities;
    private final AccessLetters access;
    private final Links links;
    private final FrenchTime time;
    private final Texts texts;
    private final LettersSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    MentorCorrespondents(
            IdentityBook identities,
            AccessLetters access,
            Links links,
            FrenchTime time,
            Texts texts,
            LettersSettings settings,
            JdbcClient db,
            Clock clock) {
        this.identities = identities;
        this.access = access;
        this.links = links;
        this.time = time;
        this.texts = texts;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<? extends LetterKind> kinds() {
        return List.of(MentorLetter.values());
    }

    @Override
    public Optional<Correspondent> find(String person) {
        return identities.find(person).map(identity -> addressed(identity, home(person)));
    }

    @Override
    public List<String> of(Person caller) {
        return Stream.ofNullable(caller.mentor()).toList();
    }

    /** Where the mentor lives. */
    private ZoneId home(String mentor) {
        return zone("select departement from mentor_row where mentor = ?", mentor);
    }

    private ZoneId zone(String departement, String of) {
        return db.sql(departement)
                .param(of)
                .query(String.class)
                .optional()
                .map(HomeZone::of)
                .orElse(OperationZone.PARIS);
    }

    private static Correspondent addressed(Identity identity, ZoneId zone) {
        return new Correspondent(identity.firstName(), identity.email(), identity.phone(), zone);
    }

    @Override
    public Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters) {
        return switch (MentorLetter.valueOf(kind.name())) {
            case PROPOSAL, PROPOSAL_REMINDER ->
                until(parameters)
                        .filter(until -> until.isAfter(clock.instant()))
                        .map(until -> new Content(
                                Map.of("avant", time.moment(until)),
                                links.mint(MentorLink.PROPOSAL_ANSWER, person, word(parameters, "proposal"))));
            case TRIAL ->
                until(parameters)
                        .filter(until -> until.isAfter(clock.instant()))
                        .map(until -> new Content(
                                Map.of("avant", time.moment(until)),
                                links.mint(MentorLink.TRIAL_ANSWER, person, word(parameters, "proposal"))));
            case CONTACT_READY ->
                until(parameters)
                        .map(until -> new Content(
                                Map.of("avant", time.moment(until)),
                                links.mint(MentorLink.FIRST_CONTACT, person, word(parameters, "pair"))));
            case FIRST_CONTACT_AWAITED ->
                Optional.of(
                        new Content(Map.of(), links.mint(MentorLink.FIRST_CONTACT, person, word(parameters, "pair"))));
            case CHECK_IN ->
                Optional.of(new Content(
                        Map.of("avant", time.day(LocalDate.parse(word(parameters, "until")))),
                        links.mint(MentorLink.CHECK_IN, person, word(parameters, "pair"))));
            case CONTINUATION_ASKED ->
                Optional.of(
                        new Content(Map.of(), links.mint(MentorLink.CONTINUATION, person, word(parameters, "pair"))));
            case RESOURCES_SHARED ->
                Optional.of(
                        new Content(Map.of(), links.mint(MentorLink.PAIR_RESOURCES, person, word(parameters, "pair"))));
            case PROOF_TO_RENEW -> {
                LocalDate until = LocalDate.parse(word(parameters, "until"));
                yield active(person) && !until.isBefore(OperationDay.of(clock.instant()))
                        ? said(Map.of("jour", time.day(until)))
                        : Optional.empty();
            }
            case PAIR_PAUSED, PAIR_RESUMES ->
                Optional.of(new Content(Map.of("jour", time.day(LocalDate.parse(word(parameters, "until")))), PAIRS));
            case SESSION_PLANNED -> session(parameters).map(content -> content.with(plan(parameters)));
            case SESSION_TOMORROW -> session(parameters);
            case CHARTER_CHANGED -> Optional.of(new Content(Map.of(), links.mint(MentorLink.CHARTER, person, person)));
            case PROOF_EXPIRED -> said(Map.of("jour", time.day(LocalDate.parse(word(parameters, "since")))));
            case PAIR_ENDED -> Optional.of(new Content(Map.of(), "/suivi/attestation"));
            case ACTIVE_NOW -> Optional.of(new Content(Map.of(), "/mentors/mon-espace"));
            case CONFIRM_ADDRESS ->
                identities
                        .find(person)
                        .map(identity -> new Content(
                                Map.of("adresse", identity.email()),
                                links.mint(MentorLink.CONFIRM_ADDRESS, person, person)));
            case INTERVIEW_OFFERED -> offered(person, parameters);
            case INTERVIEW_BOOKED ->
                interview(person, parameters).map(content -> content.with(appointment(person, parameters)));
            case INTERVIEW_TOMORROW -> interview(person, parameters);
            case INTERVIEW_MISSED ->
                Optional.of(new Content(Map.of(), links.mint(MentorLink.INTERVIEW, person, person)));
            case APPLICATION_RECEIVED -> said(Map.of("numero", word(parameters, "number")));
            case APPLICATION_RECEIVED_MINOR ->
                Optional.of(new Content(Map.of("numero", word(parameters, "number")), "/parents/autorisation"));
            case ACCOUNT_INVITATION -> Optional.of(access.invitation(word(parameters, "account"), person));
            case LOGIN_REMINDER -> account(person).map(account -> access.reminder(account, person));
            case ERASED -> said(Map.of("jour", time.day(LocalDate.parse(word(parameters, "on")))));
            case PROPOSAL_LAPSED, PROPOSAL_WITHDRAWN, PAIR_STOPPED, APPLICATION_AGAIN -> said(Map.of());
            case REFERENT_CHANGED, NEWS_WELCOME, HOLIDAYS_AHEAD, SESSIONS_TO_TELL ->
                Optional.of(new Content(Map.of(), PAIRS));
        };
    }

    /** What can still be chosen from; nothing is asked about moments that are over. */
    private Optional<Content> offered(String person, Map<String, String> parameters) {
        String toCome = parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("moment"))
                .map(parameter -> Instant.parse(parameter.getValue()))
                .sorted()
                .filter(at -> at.isAfter(clock.instant()))
                .map(at -> time.moment(at, home(person)))
                .collect(Collectors.joining(" ; "));
        return toCome.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(Map.of("moments", toCome), links.mint(MentorLink.INTERVIEW, person, person)));
    }

    private Optional<Content> interview(String person, Map<String, String> parameters) {
        Instant at = Instant.parse(word(parameters, "at"));
        return at.isAfter(clock.instant())
                ? Optional.of(new Content(
                        Map.of("moment", time.moment(at, home(person)), "minutes", word(parameters, "minutes")),
                        links.mint(MentorLink.INTERVIEW, person, person)))
                : Optional.empty();
    }

    private CalendarEvent appointment(String person, Map<String, String> parameters) {
        ZoneId zone = home(person);
        return new CalendarEvent(
                "entretien-" + person,
                Long.parseLong(word(parameters, "version")),
                LocalDateTime.ofInstant(Instant.parse(word(parameters, "at")), zone),
                zone,
                Integer.parseInt(word(parameters, "minutes")),
                null,
                List.of(),
                texts.of("calendrier.entretien"),
                settings.origin().resolve("/"));
    }

    /** The event of the pair's page, by the clock of the structure; days without school are taken out there. */
    private CalendarEvent plan(Map<String, String> parameters) {
        String pair = word(parameters, "pair");
        LocalDate on = LocalDate.parse(word(parameters, "on"));
        return new CalendarEvent(
                pair,
                Long.parseLong(word(parameters, "version")),
                on.atTime(LocalTime.ofSecondOfDay(Integer.parseInt(word(parameters, "minute")) * 60L)),
                zone("select departement from companion where pair = ? and departement is not null", pair),
                Integer.parseInt(word(parameters, "minutes")),
                Boolean.parseBoolean(word(parameters, "weekly")) ? SchoolYear.lastDay(on) : null,
                List.of(),
                texts.of("calendrier.seance"),
                settings.origin().resolve("/suivi/binomes/" + pair));
    }

    /** A session that is over is not announced. */
    private Optional<Content> session(Map<String, String> parameters) {
        LocalDate on = LocalDate.parse(word(parameters, "on"));
        return on.isBefore(OperationDay.of(clock.instant()))
                ? Optional.empty()
                : Optional.of(new Content(
                        Map.of(
                                "jour",
                                time.weekday(on),
                                "heure",
                                time.hour(Integer.parseInt(word(parameters, "minute"))),
                                "minutes",
                                word(parameters, "minutes")),
                        "/suivi/binomes/" + word(parameters, "pair") + "/agenda"));
    }

    /** Only where the person said that the address is theirs: a slip would tell a stranger. */
    @Override
    public List<String> at(String email) {
        List<String> here = identities.at(email);
        return here.isEmpty()
                ? here
                : db.sql("""
                                select mentor from mentor_row
                                where mentor in (:here) and account is not null and email_confirmed_on is not null""").param("here", here).query(String.class).list();
    }

    @Override
    public LetterKind reminder() {
        return MentorLetter.LOGIN_REMINDER;
    }

    private Optional<String> account(String mentor) {
        return db.sql("select account from mentor_row where mentor = ? and account is not null")
                .param(mentor)
                .query(String.class)
                .optional();
    }

    private boolean active(String mentor) {
        return db.sql("select exists (select 1 from mentor_row where mentor = ? and status = 'ACTIVE')")
                .param(mentor)
                .query(Boolean.class)
                .single();
    }

    private static Optional<Content> said(Map<String, String> words) {
        return Optional.of(new Content(words, ""));
    }

    private static Optional<Instant> until(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get("until")).map(Instant::parse);
    }

    private static String word(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }
}
