package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.mentor.accounts.AccountRemovals;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.identity.SetAside;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Apply;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ErasePersonalData;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.NoticePossibleReturn;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each command does, in one transaction: the stream's decision and, for two of them, the identity beside it. */
public final class OnboardingUseCases {
    /** Answer to an application from an address that is known already: nothing was stored. */
    public static final String KNOWN = "known";

    private final Decider<MentorCommand, Mentor, MentorEvent> decider;
    private final IdentityBook identities;
    private final SetAside setAside;
    private final AccountRemovals removals;

    OnboardingUseCases(OperationRules rules, IdentityBook identities, SetAside setAside, AccountRemovals removals) {
        this.decider = MentorDecider.decider(rules);
        this.identities = identities;
        this.setAside = setAside;
        this.removals = removals;
    }

    /** Decides; answers with the mentor's id, or {@link #KNOWN}. */
    String handle(MentorCommand command, DecisionSession session) {
        return switch (command) {
            case Apply c -> apply(c, session);
            case ErasePersonalData c -> erase(c, session);
            case MentorCommand c -> {
                session.decide(decider, c.mentor(), c);
                yield c.mentor();
            }
        };
    }

    private String apply(Apply c, DecisionSession session) {
        if (identities.knows(c.identity().email())) {
            return KNOWN;
        }
        session.decide(decider, c.mentor(), c);
        identities.keep(c.mentor(), c.identity());
        setAside.alike(c.identity(), c.departement())
                .ifPresent(alike -> session.decide(
                        decider,
                        c.mentor(),
                        new NoticePossibleReturn(c.mentor(), alike.mentor(), List.copyOf(alike.by()), c.today())));
        return c.mentor();
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
        identities.erase(c.mentor());
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
