package fr.mentoratdurgence.mentor.pool;

import static java.util.Objects.requireNonNull;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.intake.ContactDraft;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ErasePersonalData;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.FailScreening;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.OpenAccount;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.PassScreening;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.RecordMinorAuthorisation;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.RecordProofSeen;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.RenewPassword;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ReviewPossibleReturn;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.ProofKind;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.accounts.Accounts;
import fr.mentoratdurgence.platform.accounts.Holder;
import fr.mentoratdurgence.platform.accounts.Login;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.letters.Letters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a référent does with a mentor of the territory; the same acts for the API and for the pages: {@link #on} finds the
 * mentor among those whom the person may see, then each act works on the row that was found.
 */
@Component
class MentorActs {
    private final Commands commands;
    private final MentorBoard mentors;
    private final CompanionBook companions;
    private final IdentityBook identities;
    private final Accounts accounts;
    private final AccountRemovals removals;
    private final ContactCorrection corrections;
    private final Letters letters;
    private final OperationDay day;

    /** Who acts on which mentor, seen to be theirs to see, and under which command id. */
    record Act(Person person, MentorRow row, CommandContext context) {
        String mentor() {
            return row.mentor();
        }
    }

    /** The interview's outcome as given; {@code reason} only where it ended with no. */
    record Interview(
            @Nullable LocalDate heldOn,
            @Nullable Boolean passed,
            @Nullable ScreeningFailure reason) {}

    /** A proof as seen. */
    record ProofSeen(@Nullable ProofKind kind, @Nullable LocalDate issuedOn) {}

    /** A guardian's authorisation as seen. */
    record Authorisation(@Nullable LocalDate recordedOn) {}

    MentorActs(
            Commands commands,
            MentorBoard mentors,
            CompanionBook companions,
            IdentityBook identities,
            Accounts accounts,
            AccountRemovals removals,
            ContactCorrection corrections,
            Letters letters,
            OperationDay day) {
        this.commands = commands;
        this.mentors = mentors;
        this.companions = companions;
        this.identities = identities;
        this.accounts = accounts;
        this.removals = removals;
        this.corrections = corrections;
        this.letters = letters;
        this.day = day;
    }

    /**
     * The act on a mentor, to be handed to the methods below.
     *
     * @throws Rejection where there is none for this person
     */
    Act on(Person person, String mentor, CommandContext context) {
        return new Act(person, mentors.visibleTo(person, mentor), context);
    }

    void interview(Act act, Interview given, Violations wrong) {
        LocalDate heldOn = wrong.need("heldOn", given.heldOn(), "dossier.heldon.manque");
        Boolean passed = wrong.need("passed", given.passed(), "dossier.passed.manque");
        if (Boolean.FALSE.equals(given.passed())) {
            ScreeningFailure _ = wrong.need("reason", given.reason(), "dossier.reason.manque");
        }
        wrong.throwIfAny();
        commands.send(
                passed
                        ? new PassScreening(act.mentor(), heldOn, day.today())
                        : new FailScreening(act.mentor(), requireNonNull(given.reason()), heldOn, day.today()),
                act.context());
    }

    void proof(Act act, ProofSeen given, Violations wrong) {
        ProofKind kind = wrong.need("kind", given.kind(), "dossier.kind.manque");
        LocalDate issuedOn = wrong.need("issuedOn", given.issuedOn(), "dossier.issuedon.manque");
        wrong.throwIfAny();
        commands.send(new RecordProofSeen(act.mentor(), kind, issuedOn, day.today()), act.context());
    }

    void authorisation(Act act, Authorisation given, Violations wrong) {
        LocalDate recordedOn = wrong.need("recordedOn", given.recordedOn(), "dossier.recordedon.manque");
        wrong.throwIfAny();
        commands.send(new RecordMinorAuthorisation(act.mentor(), recordedOn, day.today()), act.context());
    }

    /**
     * Makes the login, then tells the stream; a failure between the two is mended by doing it again. Where the person
     * left meanwhile, the stream knows of no login that an erasure could have removed: it goes at once.
     */
    Login openAccount(Act act) {
        MentorRow row = act.row();
        mustLetIn(act);
        if (!row.present()) {
            throw new Rejection(
                    row.status().is(MentorStatus.REFUSED)
                            ? MentorRejection.APPLICATION_REFUSED
                            : MentorRejection.ALREADY_WITHDRAWN);
        }
        if (row.stopped()) {
            throw new Rejection(MentorRejection.POSSIBLE_RETURN); // before a login is made
        }
        if (!row.screened()) {
            throw new Rejection(MentorRejection.INTERVIEW_FIRST);
        }
        if (row.account() != null) {
            throw new Rejection(MentorRejection.ACCOUNT_ALREADY_OPEN);
        }
        Login login = accounts.open(holder(act.mentor()));
        try {
            commands.send(
                    new OpenAccount(act.mentor(), login.account(), isInvited(act.row()), day.today()), act.context());
        } catch (Rejection refused) {
            if (refused.is(MentorRejection.ALREADY_WITHDRAWN) || refused.is(MentorRejection.APPLICATION_REFUSED)) {
                removals.request(login.account());
                removals.work();
            }
            throw refused;
        }
        return login;
    }

    /** The team has looked whether somebody is a person who was set aside; only a coordinator lets that person return. */
    void review(Act act, @Nullable ReturnDecision decision) {
        MentorRow row = act.row();
        Violations wrong = new Violations();
        ReturnDecision decided = wrong.need("decision", decision, "dossier.decision.manque");
        wrong.throwIfAny();
        boolean known = row.possibleReturn() != null && row.possibleReturn().decision() == ReturnDecision.SAME_PERSON;
        if ((decided == ReturnDecision.MAY_RETURN || known) && !act.person().has("coordinator")) {
            throw new Rejection(MentorRejection.COORDINATOR_DECIDES);
        }
        commands.send(new ReviewPossibleReturn(act.mentor(), decided, day.today()), act.context());
    }

    /** A new password, where the first one was lost on the way: a fact, and the end of all sessions. */
    Login renewPassword(Act act) {
        mustLetIn(act);
        if (act.row().account() == null) {
            throw new Rejection(MentorRejection.NO_ACCOUNT_YET);
        }
        return accounts.renew(
                act.row().account(),
                act.mentor(),
                () -> commands.send(new RenewPassword(act.mentor(), isInvited(act.row()), day.today()), act.context()));
    }

    /**
     * Whether a letter lets that mentor in: who said that the address is theirs. A slip in an address that nobody has
     * confirmed would let a stranger in; who has none is told by telephone.
     */
    static boolean isInvited(MentorRow row) {
        return row.present() && row.emailConfirmedOn() != null;
    }

    /**
     * Whether this person may give that mentor a password: who knows it can log in as the mentor, so only the team of
     * the territory where the mentor lives, wherever the mentor helps, and coordinators.
     */
    static boolean mayLetIn(Person person, MentorRow row) {
        return person.has("coordinator") || person.covers(row.departement());
    }

    private static void mustLetIn(Act act) {
        if (!mayLetIn(act.person(), act.row())) {
            throw new Rejection(MentorRejection.NOT_YOURS_TO_LET_IN);
        }
    }

    /**
     * The mentor whose contact card this person may open: a structure that is together with the mentor; the team of the
     * territory where the mentor lives, and coordinators; elsewhere, also for a mentor who helps everywhere, only who
     * follows a need that the mentor is proposed to or paired with.
     *
     * @throws Rejection where the mentor does not exist for this person, or the card is not theirs to open
     */
    MentorRow reachable(Person person, String mentor) {
        if (!person.inTeam()) {
            if (!companions.areTogether(person, mentor)) {
                throw new Rejection(MentorRejection.UNKNOWN_MENTOR);
            }
            return mentors.known(mentor);
        }
        MentorRow row = mentors.visibleTo(person, mentor);
        if (!mayReach(person, row)) {
            throw new Rejection(MentorRejection.NOT_YOURS_TO_CALL);
        }
        return row;
    }

    /** Name and ways to reach the mentor, set right by the team of the territory where he or she lives. */
    void correct(Act act, ContactDraft typed) {
        mustCorrect(act.person(), act.row());
        corrections.correct(act.row(), typed, act.context());
    }

    /** The mentor, where this person may correct how he or she is reached. */
    MentorRow correctable(Person person, String mentor) {
        MentorRow row = mentors.visibleTo(person, mentor);
        mustCorrect(person, row);
        return row;
    }

    private static void mustCorrect(Person person, MentorRow row) {
        if (!mayLetIn(person, row)) {
            throw new Rejection(MentorRejection.NOT_YOURS_TO_CORRECT);
        }
        if (!row.present()) {
            throw new Rejection(MentorRejection.ALREADY_WITHDRAWN);
        }
    }

    /** What no letter could tell: in the person's territory. */
    List<Letters.ToCall> toCall(Person person) {
        return letters.toCall(mentors.toCall(person));
    }

    /** What no letter could tell this mentor. */
    List<Letters.ToCall> toCall(MentorRow row) {
        return letters.toCall(List.of(row.mentor()));
    }

    /** Somebody said it by telephone; twice is once. */
    void called(Act act, String letter) {
        if (toCall(act.row()).stream().anyMatch(call -> call.letter().equals(letter))) {
            boolean _ = letters.called(letter);
        }
    }

    /** Whether a person of the team may open the mentor's contact card. */
    boolean mayReach(Person team, MentorRow row) {
        return mayLetIn(team, row) || companions.isOf(team, row.mentor());
    }

    /**
     * Erases somebody who asked for it and has no login to do it from: who never got one, or was refused.
     *
     * @throws Rejection where the person lives elsewhere, or has a login
     */
    void erase(Act act) {
        mustBeErasable(act.person(), act.row());
        commands.send(new ErasePersonalData(act.mentor(), day.today()), act.context());
        removals.work(); // a login that was made meanwhile goes with it
    }

    /** The mentor, where this person may erase his or her data. */
    MentorRow erasable(Person person, String mentor) {
        MentorRow row = mentors.visibleTo(person, mentor);
        mustBeErasable(person, row);
        return row;
    }

    private static void mustBeErasable(Person person, MentorRow row) {
        if (!person.covers(row.departement())) {
            throw new Rejection(MentorRejection.NOT_YOURS_TO_ERASE);
        }
        if (row.account() != null) {
            throw new Rejection(MentorRejection.ERASES_FROM_OWN_SPACE);
        }
    }

    /** Whether this person may erase that mentor's data, and there are any. */
    static boolean mayErase(Person person, MentorRow row) {
        return !row.status().is(MentorStatus.ERASED) && row.account() == null && person.covers(row.departement());
    }

    private Holder holder(String mentor) {
        Identity identity = identities.find(mentor).orElseThrow(() -> new Rejection(MentorRejection.ALREADY_WITHDRAWN));
        return ContactCorrection.holder(mentor, identity);
    }
}
