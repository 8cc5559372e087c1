package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.AccessLetters;
import fr.mentoratdurgence.platform.accounts.LoginHolders;
import fr.mentoratdurgence.platform.letters.Content;
import fr.mentoratdurgence.platform.letters.Correspondent;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a mentor's address for the moment of sending, and fills the letter. */
final class MentorCorrespondents implements Correspondents, LoginHolders {
    /** Mentors live there too, where no académie of the vocabulary is. */
    private static final Map<String, ZoneId> BEYOND = Map.of(
            "986", ZoneId.of("Pacific/Wallis"),
            "987", ZoneId.of("Pacific/Tahiti"),
            "988", ZoneId.of("Pacific/Noumea"));

    private final IdentityBook identities;
    private final AccessLetters access;
    private final Links links;
    private final FrenchTime time;
    private final JdbcClient db;
    private final Clock clock;

    MentorCorrespondents(
            IdentityBook identities, AccessLetters access, Links links, FrenchTime time, JdbcClient db, Clock clock) {
        this.identities = identities;
        this.access = access;
        this.links = links;
        this.time = time;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<? extends LetterKind> kinds() {
        return List.of(MentorLetter.values());
    }

    @Override
    public Optional<Correspondent> find(String person) {
        ZoneId zone = db.sql("select departement from mentor_row where mentor = ?")
                .param(person)
                .query(String.class)
                .optional()
                .flatMap(MentorCorrespondents::zone)
                .orElse(OperationZone.PARIS);
        return identities.find(person).map(identity -> addressed(identity, zone));
    }

    @Override
    public List<String> of(Person caller) {
        return Stream.ofNullable(caller.mentor()).toList();
    }

    private static Optional<ZoneId> zone(String departement) {
        return Departements.of(departement)
                .map(Departement::timeZone)
                .or(() -> Optional.ofNullable(BEYOND.get(departement)));
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
                said(Map.of("jour", time.day(LocalDate.parse(word(parameters, "until")))));
            case SESSION_PLANNED, SESSION_TOMORROW -> session(parameters);
            case PROOF_EXPIRED -> said(Map.of("jour", time.day(LocalDate.parse(word(parameters, "since")))));
            case PAIR_ENDED -> Optional.of(new Content(Map.of(), "/suivi/attestation"));
            case ACTIVE_NOW -> Optional.of(new Content(Map.of(), "/mentors/mon-espace"));
            case CONFIRM_ADDRESS ->
                identities
                        .find(person)
                        .map(identity -> new Content(
                                Map.of("adresse", identity.email()),
                                links.mint(MentorLink.CONFIRM_ADDRESS, person, person)));
            case APPLICATION_RECEIVED, APPLICATION_RECEIVED_MINOR -> said(Map.of("numero", word(parameters, "number")));
            case ACCOUNT_INVITATION -> Optional.of(access.invitation(word(parameters, "account"), person));
            case LOGIN_REMINDER -> account(person).map(account -> access.reminder(account, person));
            case ERASED -> said(Map.of("jour", time.day(LocalDate.parse(word(parameters, "on")))));
            case PROPOSAL_LAPSED, PROPOSAL_WITHDRAWN, PAIR_STOPPED, APPLICATION_AGAIN -> said(Map.of());
            case REFERENT_CHANGED -> Optional.of(new Content(Map.of(), "/suivi/mes-binomes"));
        };
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
