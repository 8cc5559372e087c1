package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactAccountCorrected;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactAccountOpened;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactInvited;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactLeft;
import fr.mentoratdurgence.needs.accounts.ContactAccountEvent.ContactPasswordRenewed;
import fr.mentoratdurgence.platform.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has an account of a structure. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup(ContactAccountProjection.NAME)
@ReadModel("contact_account")
class ContactAccountProjection {
    static final String NAME = "contact-accounts";

    private final JdbcClient db;

    ContactAccountProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(ContactAccountEvent event) {
        switch (event) {
            case ContactInvited e ->
                db.sql("""
                        insert into contact_account(contact, structure, invited_on) values (?, ?, ?)
                        on conflict do nothing""").params(e.contact(), e.structure(), e.invitedOn()).update();
            case ContactAccountOpened e ->
                db.sql("update contact_account set account = ?, opened_on = ? where contact = ?")
                        .params(e.account(), e.openedOn(), e.contact())
                        .update();
            case ContactPasswordRenewed _, ContactAccountCorrected _ -> {
                // shown nowhere
            }
            case ContactLeft e ->
                db.sql("update contact_account set left_on = ? where contact = ?")
                        .params(e.leftOn(), e.contact())
                        .update();
        }
    }
}
