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
import fr.mentoratdurgence.platform.accounts.Holder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Name, address and telephone set right, by the mentor or by the team. The login server learns it first, so that a
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

    /** Whose login it is. */
    static Holder holder(String mentor, Identity identity) {
        return new Holder(
                mentor,
                identity.firstName(),
                identity.lastName(),
                identity.email(),
                "mentors",
                Map.of("mentor", List.of(mentor)));
    }

    /**
     * Sets it right.
     *
     * @throws fr.mentoratdurgence.platform.InvalidInput where something typed is to be mended
     */
    public void correct(MentorRow row, ContactDraft typed, CommandContext context) {
        Identity right = typed.checked(row.departement(), personalData);
        Optional<Identity> known = identities.find(row.mentor());
        boolean address =
                known.filter(before -> before.email().equals(right.email())).isEmpty();
        String account = row.account();
        Holder holder = holder(row.mentor(), right);
        if (account != null
                && known.map(before -> holder(row.mentor(), before))
                        .filter(holder::equals)
                        .isEmpty()) {
            accounts.correct(account, holder);
        }
        String _ = commands.send(new CorrectContact(row.mentor(), right, address, day.today()), context);
    }
}
