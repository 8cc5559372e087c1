package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Correct;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Invite;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.Leave;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.OpenAccount;
import fr.mentoratdurgence.needs.accounts.ContactAccountCommand.RenewPassword;
import fr.mentoratdurgence.needs.accounts.ContactAccountDecider.Holding;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactAccountCorrected;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactAccountOpened;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactInvited;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactLeft;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactPasswordRenewed;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContactAccountDeciderTest {
    private static final String ONE = "contact-1";
    private static final LocalDate TODAY = LocalDate.of(2020, 4, 7);
    private static final Contact PERSON = new Contact("Mme Diallo", "diallo@ecole.fr", "");
    private static final Invite INVITE = new Invite(ONE, "structure-0940176F", "need-1", PERSON, "account-1", TODAY);
    private static final ContactInvited INVITED =
            new ContactInvited(ONE, "structure-0940176F", "need-1", "account-1", TODAY);
    private static final ContactAccountOpened OPENED = new ContactAccountOpened(ONE, "account-2", TODAY);

    private final DeciderFixture<ContactAccountCommand, Holding, ContactAccountEvent> contact =
            new DeciderFixture<>(ContactAccountDecider.DECIDER);

    @Test
    void nobody_speaks_for_a_school_that_was_not_called() {
        contact.given().when(INVITE).thenRejected(ContactAccountRejection.CALL_FIRST);
        contact.given().when(INVITE.seen(true)).then(INVITED);
        contact.given(INVITED).when(INVITE.seen(true)).thenRejected(ContactAccountRejection.CONTACT_KNOWN);
    }

    @Test
    void an_account_is_opened_once_and_its_password_renewed_as_often_as_needed() {
        OpenAccount open = new OpenAccount(ONE, "account-2", TODAY);
        RenewPassword renew = new RenewPassword(ONE, TODAY);
        contact.given().when(open).thenRejected(ContactAccountRejection.CONTACT_UNKNOWN);
        contact.given(INVITED).when(renew).thenRejected(ContactAccountRejection.CONTACT_HAS_NO_ACCOUNT);
        contact.given(INVITED).when(open).then(OPENED);
        contact.given(INVITED, OPENED).when(open).thenRejected(ContactAccountRejection.CONTACT_HAS_ACCOUNT);
        contact.given(INVITED, OPENED).when(renew).then(new ContactPasswordRenewed(ONE, TODAY));
    }

    @Test
    void who_left_is_gone_for_good() {
        ContactLeft left = new ContactLeft(ONE, TODAY);
        contact.given(INVITED, OPENED).when(new Leave(ONE, TODAY)).then(left);
        contact.given(INVITED)
                .when(new Correct(ONE, PERSON, true, TODAY))
                .then(new ContactAccountCorrected(ONE, true, TODAY));
        contact.given(INVITED, OPENED, left)
                .when(new Leave(ONE, TODAY))
                .thenRejected(ContactAccountRejection.CONTACT_GONE);
        contact.given(INVITED, OPENED, left)
                .when(INVITE.seen(true))
                .thenRejected(ContactAccountRejection.CONTACT_KNOWN);
    }
}
