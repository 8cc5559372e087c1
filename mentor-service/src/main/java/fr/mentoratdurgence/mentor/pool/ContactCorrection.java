package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.intake.ContactDraft;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.CorrectContact;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.accounts.Accounts;

/**
 * Name, address and telephone set right, by the mentor or by the team. The login server learns the address first, so that a
 * failure between the two is mended by doing it again: a forgotten password must not go to somebody else's mailbox.
 */
public final class ContactCorrection {
    private final Commands commands;
    private final IdentityBook identities;
    private final Accounts accounts;
    private final PersonalDataCheck personalData;
    private final OperationDay day;

    ContactCorrection(
            Commands commands,
            IdentityBook identities,
            Accounts accounts,
            PersonalDataCheck personalData,
            OperationDay day) {
        this.commands = commands;
        this.identities = identities;
        this.accounts = accounts;
        this.personalData = personalData;
        this.day = day;
    }

    /**
     * Sets it right.
     *
     * @throws fr.mentoratdurgence.platform.InvalidInput where something typed is to be mended
     */
    public void correct(MentorRow row, ContactDraft typed, CommandContext context) {
        Identity right = typed.checked(row.departement(), personalData);
        boolean address = identities
                .find(row.mentor())
                .filter(known -> known.email().equals(right.email()))
                .isEmpty();
        String account = row.account();
        if (address && account != null) {
            accounts.readdress(account, right.email());
        }
        String _ = commands.send(new CorrectContact(row.mentor(), right, address, day.today()), context);
    }
}
