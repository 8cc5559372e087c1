package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a contact's data after the declaration, and of the letters and links that went there. */
public class ContactChanges {
    /** A mail server that is away longer does not keep an address that is to be erased. */
    private static final Duration LONGEST_RECEIPT = Duration.ofDays(2);

    private final ContactBook contacts;
    private final NeedLetters letters;
    private final Links links;
    private final Clock clock;

    ContactChanges(ContactBook contacts, NeedLetters letters, Links links, Clock clock) {
        this.contacts = contacts;
        this.letters = letters;
        this.links = links;
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

    /**
     * Erases a contact: from now on nobody sees it, no link opens, nothing is written there but the receipt, and the row
     * goes with it.
     */
    @Transactional
    public void erase(String need) {
        links.revokePerson(need);
        letters.forget(need);
        boolean written = contacts.find(need)
                .filter(contact -> !contact.email().isEmpty())
                .isPresent();
        if (written) {
            contacts.beginErasure(need);
            letters.erased(need);
        } else {
            contacts.erase(need);
        }
    }

    /** A link was lost: where the address is known, each of its needs gets a new one; within an hour one letter. */
    @Transactional
    public void lostLink(String email) {
        for (String need : contacts.needsOf(email)) {
            letters.linkLost(need, clock.instant());
        }
    }

    /** The receipts have left: so do the addresses. */
    @Scheduled(fixedDelayString = "PT5S")
    @Transactional
    public void finishErasures() {
        Instant longest = clock.instant().minus(LONGEST_RECEIPT);
        contacts.erasing().forEach((need, since) -> {
            if (!letters.waits(need) || since.isBefore(longest)) {
                contacts.erase(need);
                letters.forget(need);
            }
        });
    }
}
