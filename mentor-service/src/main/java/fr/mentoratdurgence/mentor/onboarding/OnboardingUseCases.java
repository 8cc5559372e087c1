package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.identity.SetAside;
import fr.mentoratdurgence.mentor.onboarding.ApplicationCommand.MendApplication;
import fr.mentoratdurgence.mentor.onboarding.ApplicationCommand.TakeRow;
import fr.mentoratdurgence.mentor.onboarding.ImportedRow.Fate;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.CorrectContact;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ErasePersonalData;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.NoticePossibleReturn;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.OpenAccount;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.RenewPassword;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.RestateOffer;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each command does, in one transaction: the stream's decision, for some the identity beside it, and the letters. */
public final class OnboardingUseCases {
    /** Answer to an application from an address that is known already: nothing was stored. */
    public static final String KNOWN = "known";

    private final Decider<MentorCommand, Mentor, MentorEvent> decider;
    private final IdentityBook identities;
    private final SetAside setAside;
    private final AccountRemovals removals;
    private final OnboardingLetters letters;
    private final ProofDeadline proofs;
    private final InterviewDiary diary;

    OnboardingUseCases(
            OperationRules rules,
            IdentityBook identities,
            SetAside setAside,
            AccountRemovals removals,
            OnboardingLetters letters,
            ProofDeadline proofs,
            InterviewDiary diary) {
        this.decider = MentorDecider.decider(rules);
        this.identities = identities;
        this.setAside = setAside;
        this.removals = removals;
        this.letters = letters;
        this.proofs = proofs;
        this.diary = diary;
    }

    /** Decides; answers with the mentor's id, or {@link #KNOWN}. */
    String handle(MentorCommand command, DecisionSession session) {
        return switch (command) {
            case Apply c -> apply(c, session);
            case ErasePersonalData c -> erase(c, session);
            case CorrectContact c -> correct(c, session);
            case MentorCommand c -> {
                session.decide(decider, c.mentor(), c);
                tell(session, true);
                letIn(c, session);
                yield c.mentor();
            }
        };
    }

    /** The letters that follow from all that was decided. */
    private void tell(DecisionSession session, boolean hasAddress) {
        for (DecisionSession.Added added : session.added()) {
            long number = added.first();
            for (DomainEvent event : added.events()) {
                if (event instanceof MentorEvent fact) {
                    proofs.follows(fact);
                    diary.follows(fact);
                    letters.follows(fact, added.stream() + ":" + number, hasAddress);
                }
                number++;
            }
        }
    }

    /** Who is let in by a letter gets it with the fact. */
    private void letIn(MentorCommand command, DecisionSession session) {
        boolean byLetter = switch (command) {
            case OpenAccount c -> c.byLetter();
            case RenewPassword c -> c.byLetter();
            default -> false;
        };
        String account = account(session.state(decider, command.mentor()));
        if (byLetter && account != null) {
            letters.invited(
                    command.mentor(), account, session.added().getFirst().first());
        }
    }

    private String apply(Apply c, DecisionSession session) {
        Optional<String> known = identities.same(c.identity());
        if (known.isPresent()) {
            letters.appliedAgain(known.get(), c);
            return KNOWN;
        }
        String mentor = admit(c, session);
        letters.applied(c);
        return mentor;
    }

    private String correct(CorrectContact c, DecisionSession session) {
        Identity before =
                identities.find(c.mentor()).orElseThrow(() -> new Rejection(MentorRejection.ALREADY_WITHDRAWN));
        if (c.identity().equals(before)) {
            return c.mentor();
        }
        if (identities
                .same(c.identity())
                .filter(other -> !other.equals(c.mentor()))
                .isPresent()) {
            throw new Rejection(MentorRejection.TWICE_THE_SAME_PERSON);
        }
        session.decide(decider, c.mentor(), c);
        identities.correct(c.mentor(), c.identity());
        tell(session, !c.identity().email().isEmpty());
        return c.mentor();
    }

    private String admit(Apply c, DecisionSession session) {
        session.decide(decider, c.mentor(), c);
        identities.keep(c.mentor(), c.identity());
        setAside.alike(c.identity(), c.departement())
                .ifPresent(alike -> session.decide(
                        decider,
                        c.mentor(),
                        new NoticePossibleReturn(c.mentor(), alike.mentor(), List.copyOf(alike.by()), c.today())));
        return c.mentor();
    }

    /** Decides on what a file says, or whoever has just applied; answers with what became of a row. */
    String handle(ApplicationCommand command, DecisionSession session) {
        return switch (command) {
            case TakeRow c -> takeRow(c, session).written();
            case MendApplication c -> {
                mend(c.right(), session);
                yield "";
            }
        };
    }

    /**
     * The address that was meant. Whoever is known there is told so; who was taken for somebody known at the wrong one
     * applies now; a confirmed address is mended elsewhere, by who has a login.
     */
    private void mend(Apply right, DecisionSession session) {
        Optional<String> known = identities.same(right.identity());
        if (known.isPresent()) {
            if (!known.get().equals(right.mentor())) {
                letters.appliedAgain(known.get(), right);
            }
            return;
        }
        Mentor mentor = session.state(decider, right.mentor());
        if (mentor instanceof Mentor.Unknown) {
            String _ = admit(right, session);
            letters.applied(right);
        } else if (mentor instanceof Mentor.Present present && !present.reached()) {
            String _ = correct(new CorrectContact(right.mentor(), right.identity(), true, right.today()), session);
        }
    }

    /** Takes a row of a file: what is known under its address decides what it is. No letter follows from a file. */
    private ImportedRow takeRow(TakeRow c, DecisionSession session) {
        Apply row = c.row();
        if (identities.at(row.identity()).isEmpty()) {
            return new ImportedRow(Fate.APPLIED, admit(row, session));
        }
        String mentor = identities.same(row.identity()).orElse("");
        Optional<Identity> identity = identities.find(mentor);
        if (identity.isEmpty()) {
            return new ImportedRow(Fate.OTHER_PERSON, "");
        }
        return switch (session.state(decider, mentor)) {
            case Mentor.Present present -> bringUpToDate(mentor, present, identity.get(), c, session);
            case Mentor.Refused _, Mentor.Gone _, Mentor.Erased _, Mentor.Unknown _ ->
                new ImportedRow(Fate.COMES_BACK, "");
        };
    }

    private ImportedRow bringUpToDate(
            String mentor, Mentor.Present present, Identity identity, TakeRow c, DecisionSession session) {
        Apply row = c.row();
        Mentor.Dossier dossier = present.dossier();
        boolean otherOffer = !row.offer().equals(dossier.offer());
        boolean otherIdentity = !row.identity().equals(identity);
        boolean otherPerson =
                row.adult() != dossier.adult() || !row.departement().equals(dossier.departement());
        if (!otherOffer && !otherIdentity && !otherPerson) {
            return new ImportedRow(Fate.UNCHANGED, mentor);
        }
        boolean own = c.territory().contains("*") || c.territory().contains(dossier.departement());
        if (!own || otherPerson || (otherOffer && present.active())) {
            return new ImportedRow(Fate.NOT_TO_CHANGE, "");
        }
        if (otherOffer) {
            session.decide(decider, mentor, new RestateOffer(mentor, row.offer(), row.today()));
        }
        if (otherIdentity) {
            identities.correct(mentor, row.identity());
        }
        return new ImportedRow(Fate.UPDATED, mentor);
    }

    private String erase(ErasePersonalData c, DecisionSession session) {
        Mentor before = session.state(decider, c.mentor());
        String account = account(before);
        if (before instanceof Mentor.Present present) {
            setAside.beforeErasure(c.mentor(), present.dossier().departement());
        } else if (before instanceof Mentor.Gone gone) {
            setAside.beforeErasure(c.mentor(), gone.dossier().departement());
        }
        session.decide(decider, c.mentor(), c);
        if (before instanceof Mentor.Erased) {
            return c.mentor();
        }
        letters.erased(c.mentor(), c.today(), identities.find(c.mentor()));
        identities.erase(c.mentor());
        diary.free(c.mentor());
        if (account != null) {
            removals.request(account);
        }
        return c.mentor();
    }

    private static @Nullable String account(Mentor mentor) {
        return switch (mentor) {
            case Mentor.Present p -> p.dossier().account();
            case Mentor.Refused r -> r.dossier().account();
            case Mentor.Gone g -> g.dossier().account();
            case Mentor.Unknown _, Mentor.Erased _ -> null;
        };
    }
}
