package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a contact's data after the declaration, and of the letters and links that went there. */
public class ContactChanges {
    private final ContactBook contacts;
    private final NeedLetters letters;
    private final Links links;
    private final ErasureReceipts receipts;
    private final Clock clock;

    ContactChanges(ContactBook contacts, NeedLetters letters, Links links, ErasureReceipts receipts, Clock clock) {
        this.contacts = contacts;
        this.letters = letters;
        this.links = links;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Takes over a correction. Whoever had the old address loses its links; the new one gets its own. */
    @Transactional
    public void correct(String need, Contact corrected, Actor by) {
        contacts.open(need, by).ifPresent(known -> {
            contacts.correct(need, corrected);
            if (!known.email().equals(corrected.email())) {
                links.revokePerson(need);
                letters.addressCorrected(need, clock.instant());
            }
        });
    }

    /** Erases a contact, what was written to it and its links; who has an address gets the receipt. */
    @Transactional
    public void erase(String need) {
        contacts.find(need).ifPresent(contact -> {
            contacts.erase(need);
            if (contact.email().isEmpty()) {
                receipts.forget(need);
            } else {
                receipts.send(contact.name(), contact.email(), NeedLetters.erased(need));
            }
        });
    }

    /** A link was lost: where the address is known, each of its needs gets a new one; within an hour one letter. */
    @Transactional
    public void lostLink(String email) {
        for (String need : contacts.needsOf(email)) {
            letters.linkLost(need, clock.instant());
        }
    }
}
