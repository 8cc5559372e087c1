package fr.mentoratdurgence.mentor.onboarding;

import static fr.mentoratdurgence.mentor.onboarding.MentorRejection.*;

import fr.mentoratdurgence.mentor.onboarding.Mentor.Dossier;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Erased;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Gone;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Interview;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Present;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Proof;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Refused;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Unknown;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.*;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.*;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a mentor's stream. Pure: no clock, no database, no framework. */
final class MentorDecider {
    private final OperationRules operation;

    private MentorDecider(OperationRules operation) {
        this.operation = operation;
    }

    /** The decider under the rules of an operation. */
    static Decider<MentorCommand, Mentor, MentorEvent> decider(OperationRules operation) {
        return new Decider<>("Mentor", new Unknown(), new MentorDecider(operation)::decide, MentorDecider::evolve);
    }

    private List<MentorEvent> decide(MentorCommand command, Mentor mentor) {
        return switch (mentor) {
            case Unknown _ -> first(command);
            case Present present -> activating(onPresent(command, present), present, command.today());
            case Refused(Dossier _) ->
                switch (command) {
                    case ErasePersonalData c -> List.of(new PersonalDataErased(c.mentor(), c.today()));
                    case MentorCommand _ -> throw new Rejection(APPLICATION_REFUSED);
                };
            case Gone(Dossier dossier) ->
                switch (command) {
                    case ErasePersonalData c -> List.of(new PersonalDataErased(c.mentor(), c.today()));
                    // who has left may still want to see or erase what is kept
                    case RenewPassword c -> renew(dossier, c);
                    case MentorCommand _ -> throw new Rejection(ALREADY_WITHDRAWN);
                };
            case Erased() ->
                switch (command) {
                    case ErasePersonalData _ -> List.of();
                    case MentorCommand _ -> throw new Rejection(ALREADY_WITHDRAWN);
                };
        };
    }

    private static List<MentorEvent> first(MentorCommand command) {
        if (command instanceof Apply c) {
            return List.of(
                    new MentorApplied(c.mentor(), c.origin(), c.adult(), c.departement(), c.today(), c.association()),
                    new OfferDeclared(c.mentor(), c.offer(), c.today()));
        }
        throw new Rejection(UNKNOWN_MENTOR);
    }

    private List<MentorEvent> onPresent(MentorCommand command, Present present) {
        Dossier dossier = present.dossier();
        if (present.stopped() && goesOn(command)) {
            throw new Rejection(POSSIBLE_RETURN);
        }
        return switch (command) {
            case NoticePossibleReturn c -> notice(present, c);
            case ReviewPossibleReturn c -> review(present, c);
            case Apply _ -> throw new Rejection(ALREADY_APPLIED);
            case RestateOffer c -> restate(present, c);
            case RecordMinorAuthorisation c -> authorise(dossier, c);
            case PassScreening c -> {
                notScreenedYet(dossier);
                notInFuture(c.heldOn(), c.today());
                yield List.of(new ScreeningPassed(c.mentor(), c.heldOn()));
            }
            case FailScreening c -> {
                notScreenedYet(dossier);
                notInFuture(c.heldOn(), c.today());
                yield List.of(new ScreeningFailed(c.mentor(), c.reason(), c.heldOn()));
            }
            case OfferInterview c -> {
                notScreenedYet(dossier);
                yield InterviewRules.offer(c);
            }
            case ChooseInterview c -> {
                notScreenedYet(dossier);
                yield InterviewRules.choose(present.interview(), c);
            }
            case AgreeInterview c -> {
                notScreenedYet(dossier);
                yield InterviewRules.agree(present.interview(), c);
            }
            case MissInterview c -> {
                notScreenedYet(dossier);
                yield InterviewRules.miss(present.interview(), c);
            }
            case RecordProofSeen c -> prove(present, c);
            case NoticeProofExpiry c -> expiry(present, c.mentor(), c.today());
            case AcceptCharter c -> accept(dossier, c);
            case AskForCharter c -> ask(present, c);
            case CompleteTraining c -> train(dossier, c);
            case OpenAccount c -> open(dossier, c);
            case RenewPassword c -> renew(dossier, c);
            case ConfirmEmail c -> present.reached() ? List.of() : List.of(new EmailConfirmed(c.mentor(), c.today()));
            case CorrectContact c -> List.of(new ContactCorrected(c.mentor(), c.address(), c.today()));
            case Withdraw c -> {
                if (c.reason() == WithdrawalReason.ERASURE) {
                    throw new Rejection(REASON_RESERVED);
                }
                yield List.of(new MentorWithdrew(c.mentor(), c.reason(), c.today()));
            }
            case ErasePersonalData c ->
                List.of(
                        new MentorWithdrew(c.mentor(), WithdrawalReason.ERASURE, c.today()),
                        new PersonalDataErased(c.mentor(), c.today()));
        };
    }

    /** [I4, I5] The decision that meets the last condition makes the mentor active; nothing else ever does. */
    private List<MentorEvent> activating(List<MentorEvent> decided, Present before, LocalDate today) {
        if (before.active() || decided.isEmpty()) {
            return decided;
        }
        Mentor after = before;
        for (MentorEvent event : decided) {
            after = evolve(after, event);
        }
        if (after instanceof Present ready
                && !ready.stopped()
                && ready.dossier().missing(operation, today).isEmpty()) {
            Dossier d = ready.dossier();
            List<MentorEvent> all = new ArrayList<>(decided);
            all.add(new MentorActivated(decided.getFirst().mentor(), d.adult(), d.departement(), d.offer(), today));
            return all;
        }
        return decided;
    }

    /** Once active, matching counts on the offer as it was told. */
    private static List<MentorEvent> restate(Present present, RestateOffer c) {
        if (present.active()) {
            throw new Rejection(ALREADY_ACTIVE);
        }
        return c.offer().equals(present.dossier().offer())
                ? List.of()
                : List.of(new OfferDeclared(c.mentor(), c.offer(), c.today()));
    }

    private static List<MentorEvent> authorise(Dossier dossier, RecordMinorAuthorisation c) {
        if (dossier.adult()) {
            throw new Rejection(NOT_A_MINOR);
        }
        notInFuture(c.recordedOn(), c.today());
        return dossier.authorised() ? List.of() : List.of(new MinorAuthorisationRecorded(c.mentor(), c.recordedOn()));
    }

    /** What brings somebody nearer to a young person; a no, leaving and erasing are always heard. */
    private static boolean goesOn(MentorCommand command) {
        return switch (command) {
            case PassScreening _, RecordProofSeen _, RecordMinorAuthorisation _, AcceptCharter _ -> true;
            case CompleteTraining _, OpenAccount _ -> true;
            case AskForCharter _ -> false; // what is decided of it says nothing
            case OfferInterview _, ChooseInterview _, AgreeInterview _ -> true;
            case MissInterview _ -> false;
            case Apply _, RestateOffer _, FailScreening _, RenewPassword _ -> false;
            case ConfirmEmail _, CorrectContact _, Withdraw _, ErasePersonalData _ -> false;
            case NoticeProofExpiry _, NoticePossibleReturn _, ReviewPossibleReturn _ -> false;
        };
    }

    /** Of an active mentor the others hear that nothing is to be proposed, and nothing else. */
    private static List<MentorEvent> notice(Present present, NoticePossibleReturn c) {
        if (present.stopped()) {
            return List.of();
        }
        PossibleReturnNoticed noticed = new PossibleReturnNoticed(c.mentor(), c.setAside(), c.by(), c.today());
        return present.active() ? List.of(noticed, new HeldForReview(c.mentor(), c.today())) : List.of(noticed);
    }

    private static List<MentorEvent> review(Present present, ReviewPossibleReturn c) {
        if (!present.stopped()) {
            throw new Rejection(NOTHING_TO_REVIEW);
        }
        PossibleReturnReviewed reviewed = new PossibleReturnReviewed(c.mentor(), c.decision(), c.today());
        return present.active() && !c.decision().stops()
                ? List.of(reviewed, new ReviewEnded(c.mentor(), c.today()))
                : List.of(reviewed);
    }

    /** The proof of an active mentor no longer counts, and nobody has said so yet. */
    private static List<MentorEvent> expiry(Present present, String mentor, LocalDate today) {
        Proof proof = present.dossier().proof();
        return present.active() && !present.expired() && proof != null && !proof.countsOn(today)
                ? List.of(new GoodStandingProofExpired(mentor, proof.expiresOn().plusDays(1)))
                : List.of();
    }

    private List<MentorEvent> prove(Present present, RecordProofSeen c) {
        notInFuture(c.issuedOn(), c.today());
        LocalDate expiresOn = operation.expiry(c.kind(), c.issuedOn());
        if (expiresOn.isBefore(c.today())) {
            throw new Rejection(PROOF_EXPIRED, Map.of("expiresOn", expiresOn.toString()));
        }
        Proof seen = new Proof(c.kind(), c.issuedOn(), expiresOn);
        if (seen.equals(present.dossier().proof())) {
            return List.of();
        }
        List<MentorEvent> events = new ArrayList<>(expiry(present, c.mentor(), c.today()));
        boolean renews = present.expired() || !events.isEmpty();
        events.add(new GoodStandingProofSeen(c.mentor(), c.kind(), c.issuedOn(), expiresOn));
        if (renews) {
            events.add(new GoodStandingProofRenewed(c.mentor(), c.today()));
        }
        return events;
    }

    private List<MentorEvent> accept(Dossier dossier, AcceptCharter c) {
        if (c.version() != operation.charterVersion()) {
            throw new Rejection(CHARTER_NOT_CURRENT, Map.of("current", Integer.toString(operation.charterVersion())));
        }
        return dossier.charter() == c.version()
                ? List.of()
                : List.of(new CharterAccepted(c.mentor(), c.version(), c.today()));
    }

    /** Once for each version, of whoever accepted an older one; who is being looked into is asked afterwards. */
    private List<MentorEvent> ask(Present present, AskForCharter c) {
        int accepted = present.dossier().charter();
        boolean asks = c.version() == operation.charterVersion()
                && accepted > 0
                && accepted < c.version()
                && present.asked() < c.version()
                && !present.stopped();
        return asks ? List.of(new CharterAskedAgain(c.mentor(), c.version(), c.today())) : List.of();
    }

    private List<MentorEvent> train(Dossier dossier, CompleteTraining c) {
        if (!operation.requiredModules().contains(c.module())) {
            throw new Rejection(UNKNOWN_MODULE);
        }
        return dossier.modules().contains(c.module())
                ? List.of()
                : List.of(new TrainingCompleted(c.mentor(), c.module(), c.today()));
    }

    private static List<MentorEvent> open(Dossier dossier, OpenAccount c) {
        if (!dossier.screened()) {
            throw new Rejection(INTERVIEW_FIRST);
        }
        if (dossier.account() != null) {
            throw new Rejection(ACCOUNT_ALREADY_OPEN);
        }
        return List.of(new AccountOpened(c.mentor(), c.account(), c.today()));
    }

    private static List<MentorEvent> renew(Dossier dossier, RenewPassword c) {
        if (dossier.account() == null) {
            throw new Rejection(NO_ACCOUNT_YET);
        }
        return List.of(new PasswordRenewed(c.mentor(), c.today()));
    }

    private static void notScreenedYet(Dossier dossier) {
        if (dossier.screened()) {
            throw new Rejection(ALREADY_SCREENED);
        }
    }

    private static void notInFuture(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            throw new Rejection(DATE_IN_FUTURE);
        }
    }

    private static Mentor evolve(Mentor mentor, MentorEvent event) {
        return switch (event) {
            case MentorApplied e -> Present.applied(Dossier.of(e.adult(), e.departement()));
            case OfferDeclared e -> with(mentor, dossier(mentor).offering(e.offer()));
            case MinorAuthorisationRecorded _ -> with(mentor, dossier(mentor).authorisedAsMinor());
            case ScreeningPassed _ -> with(mentor, dossier(mentor).screenedWell());
            case ScreeningFailed _ -> new Refused(dossier(mentor));
            case GoodStandingProofSeen e ->
                with(mentor, dossier(mentor).proven(new Proof(e.kind(), e.issuedOn(), e.expiresOn())));
            case CharterAccepted e -> with(mentor, dossier(mentor).acceptedCharter(e.version()));
            case CharterAskedAgain e -> mentor instanceof Present p ? p.askedFor(e.version()) : mentor;
            case TrainingCompleted e -> with(mentor, dossier(mentor).trained(e.module()));
            case GoodStandingProofExpired _ -> mentor instanceof Present p ? p.proven(false) : mentor;
            case GoodStandingProofRenewed _ -> mentor instanceof Present p ? p.proven(true) : mentor;
            case PossibleReturnNoticed _ -> mentor instanceof Present p ? p.stopping(true) : mentor;
            case PossibleReturnReviewed e ->
                mentor instanceof Present p ? p.stopping(e.decision().stops()) : mentor;
            case HeldForReview _, ReviewEnded _ -> mentor; // what the others do
            case InterviewOffered e ->
                mentor instanceof Present p
                        ? p.meeting(
                                new Interview(e.by(), e.moments(), p.interview().booked()))
                        : mentor;
            case InterviewBooked e ->
                mentor instanceof Present p
                        ? p.meeting(new Interview(e.by(), p.interview().offered(), e.at()))
                        : mentor;
            case InterviewMissed _ ->
                mentor instanceof Present p
                        ? p.meeting(
                                new Interview(p.interview().by(), p.interview().offered(), null))
                        : mentor;
            case MentorActivated _ -> mentor instanceof Present p ? p.activated() : mentor;
            case AccountOpened e -> with(mentor, dossier(mentor).withAccount(e.account()));
            case PasswordRenewed _ -> mentor;
            case EmailConfirmed _ -> mentor instanceof Present p ? p.reachedByMail(true) : mentor;
            case ContactCorrected e -> mentor instanceof Present p && e.address() ? p.reachedByMail(false) : mentor;
            case MentorWithdrew _ -> new Gone(dossier(mentor));
            case PersonalDataErased _ -> new Erased();
        };
    }

    private static Mentor with(Mentor mentor, Dossier dossier) {
        return switch (mentor) {
            case Present p -> p.with(dossier);
            case Refused _ -> new Refused(dossier);
            case Gone _ -> new Gone(dossier);
            case Unknown u -> u;
            case Erased e -> e;
        };
    }

    private static Dossier dossier(Mentor mentor) {
        return switch (mentor) {
            case Present p -> p.dossier();
            case Refused r -> r.dossier();
            case Gone g -> g.dossier();
            case Unknown _, Erased _ -> Dossier.of(false, "");
        };
    }
}
