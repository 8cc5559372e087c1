package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Correct;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Invite;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Leave;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.OpenAccount;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.RenewPassword;
import fr.mentoratdurgence.needs.accounts.ContactAccountDecider.Holding.Gone;
import fr.mentoratdurgence.needs.accounts.ContactAccountDecider.Holding.Known;
import fr.mentoratdurgence.needs.accounts.ContactAccountDecider.Holding.Nobody;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactAccountCorrected;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactAccountOpened;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactInvited;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactLeft;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactPasswordRenewed;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of the account of a structure's contact. Pure: no clock, no database, no framework. */
final class ContactAccountDecider {
    static final Decider<ContactAccountCommand, Holding, ContactAccountEvent> DECIDER =
            new Decider<>("ContactAccount", new Nobody(), ContactAccountDecider::decide, ContactAccountDecider::evolve);

    /** Where somebody stands. */
    sealed interface Holding {
        record Nobody() implements Holding {}

        /** @param account null = no login yet */
        record Known(@Nullable String account) implements Holding {}

        record Gone() implements Holding {}

        /** The login, where there is one. */
        default @Nullable String login() {
            return this instanceof Known known ? known.account() : null;
        }
    }

    private ContactAccountDecider() {}

    private static List<ContactAccountEvent> decide(ContactAccountCommand command, Holding holding) {
        if (command instanceof Invite c) {
            refuse(!(holding instanceof Nobody), ContactAccountRejection.CONTACT_KNOWN);
            refuse(!c.called(), ContactAccountRejection.CALL_FIRST);
            return List.of(new ContactInvited(c.contact(), c.structure(), c.need(), c.by(), c.today()));
        }
        refuse(holding instanceof Nobody, ContactAccountRejection.CONTACT_UNKNOWN);
        refuse(holding instanceof Gone, ContactAccountRejection.CONTACT_GONE);
        boolean opened = holding.login() != null;
        return switch (command) {
            case Invite _ -> List.of();
            case OpenAccount c -> {
                refuse(opened, ContactAccountRejection.CONTACT_HAS_ACCOUNT);
                yield List.of(new ContactAccountOpened(c.contact(), c.account(), c.today()));
            }
            case RenewPassword c -> {
                refuse(!opened, ContactAccountRejection.CONTACT_HAS_NO_ACCOUNT);
                yield List.of(new ContactPasswordRenewed(c.contact(), c.today()));
            }
            case Correct c -> List.of(new ContactAccountCorrected(c.contact(), c.address(), c.today()));
            case Leave c -> List.of(new ContactLeft(c.contact(), c.today()));
        };
    }

    private static void refuse(boolean broken, ContactAccountRejection rule) {
        if (broken) {
            throw new Rejection(rule);
        }
    }

    private static Holding evolve(Holding holding, ContactAccountEvent event) {
        return switch (event) {
            case ContactInvited _ -> new Known(null);
            case ContactAccountOpened e -> new Known(e.account());
            case ContactPasswordRenewed _, ContactAccountCorrected _ -> holding;
            case ContactLeft _ -> new Gone();
        };
    }
}
