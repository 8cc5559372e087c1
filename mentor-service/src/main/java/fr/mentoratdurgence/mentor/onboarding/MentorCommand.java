package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.Likeness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a mentor's stream. {@code today} is the operation's day, from the clock at the edge. */
public sealed interface MentorCommand {

    /** The mentor, {@code mentor-<uuid>}. */
    String mentor();

    /** The operation's day. */
    LocalDate today();

    /**
     * A volunteer applies.
     *
     * @param identity goes to its own erasable table in the same transaction, never into an event
     * @param association code of a member association, checked against the list; null for none
     */
    record Apply(
            String mentor,
            Identity identity,
            Origin origin,
            boolean adult,
            String departement,
            @Nullable String association,
            Offer offer,
            LocalDate today)
            implements MentorCommand {}

    /** Whoever applied resembles a mentor who was set aside. */
    record NoticePossibleReturn(String mentor, String setAside, List<Likeness> by, LocalDate today)
            implements MentorCommand {}

    /** The mentor offers something else, before anybody counts on it. */
    record RestateOffer(String mentor, Offer offer, LocalDate today) implements MentorCommand {}

    /** The guardian's authorisation was seen. */
    record RecordMinorAuthorisation(String mentor, LocalDate recordedOn, LocalDate today) implements MentorCommand {}

    /** The interview ended with yes. */
    record PassScreening(String mentor, LocalDate heldOn, LocalDate today) implements MentorCommand {}

    /** The interview ended with no. */
    record FailScreening(String mentor, ScreeningFailure reason, LocalDate heldOn, LocalDate today)
            implements MentorCommand {}

    /**
     * The volunteer may choose when the interview is.
     *
     * @param by      account of who will lead it
     * @param moments when it may begin
     */
    record OfferInterview(String mentor, String by, List<Instant> moments, Instant now, LocalDate today)
            implements MentorCommand {}

    /** The volunteer takes one of the moments that were offered; another one than before is taken instead. */
    record ChooseInterview(String mentor, Instant at, Instant now, LocalDate today) implements MentorCommand {}

    /**
     * The two agreed by telephone when the interview is.
     *
     * @param by account of who will lead it
     */
    record AgreeInterview(String mentor, String by, Instant at, Instant now, LocalDate today)
            implements MentorCommand {}

    /** The moment came, and the volunteer could not be reached. */
    record MissInterview(String mentor, Instant now, LocalDate today) implements MentorCommand {}

    /** A proof of good standing was seen. */
    record RecordProofSeen(String mentor, ProofKind kind, LocalDate issuedOn, LocalDate today)
            implements MentorCommand {}

    /** Says that the proof has expired, where it has. */
    record NoticeProofExpiry(String mentor, LocalDate today) implements MentorCommand {}

    /** The team has looked whether it is a person who was set aside. */
    record ReviewPossibleReturn(String mentor, ReturnDecision decision, LocalDate today) implements MentorCommand {}

    /** The mentor accepts the charter as displayed. */
    record AcceptCharter(String mentor, int version, LocalDate today) implements MentorCommand {}

    /** A newer charter is in force than the one that the mentor accepted. */
    record AskForCharter(String mentor, int version, LocalDate today) implements MentorCommand {}

    /** The mentor has completed a module. */
    record CompleteTraining(String mentor, String module, LocalDate today) implements MentorCommand {}

    /**
     * The login was made.
     *
     * @param byLetter whether a letter lets the mentor in, or what was said on the telephone
     */
    record OpenAccount(String mentor, String account, boolean byLetter, LocalDate today) implements MentorCommand {}

    /**
     * The mentor is about to get a new password from the team.
     *
     * @param byLetter as above
     */
    record RenewPassword(String mentor, boolean byLetter, LocalDate today) implements MentorCommand {}

    /** The link of a letter was opened: the address works. */
    record ConfirmEmail(String mentor, LocalDate today) implements MentorCommand {}

    /**
     * Name or ways to reach the mentor were wrong, or have changed.
     *
     * @param identity what is right; goes to its own erasable table, never into an event
     * @param address  whether the address is another one
     */
    record CorrectContact(String mentor, Identity identity, boolean address, LocalDate today)
            implements MentorCommand {}

    /** The mentor leaves. */
    record Withdraw(String mentor, WithdrawalReason reason, LocalDate today) implements MentorCommand {}

    /** The mentor wants their data erased. */
    record ErasePersonalData(String mentor, LocalDate today) implements MentorCommand {}
}
