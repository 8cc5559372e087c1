package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For ops: erases a person by id, and says what this service still keeps of one. Says nothing about who it is. */
@RestController
@RequestMapping("${mentorat.api}/ops/people/{person}")
class ErasureApi {
    private final KnownPeople people;
    private final ErasureReceipts receipts;
    private final AccountRemovals removals;

    ErasureApi(KnownPeople people, ErasureReceipts receipts, AccountRemovals removals) {
        this.people = people;
        this.receipts = receipts;
        this.removals = removals;
    }

    /**
     * What is kept.
     *
     * @param identity whether something says who the person is
     * @param letters  rows about letters to the person
     * @param links    rows about links of the person
     * @param receipt  whether an address waits, sealed, for the receipt to leave
     * @param logins   logins of this service that wait for Keycloak to remove them, whoever's they are
     */
    record Kept(String person, boolean identity, int letters, int links, boolean receipt, int logins) {}

    @GetMapping
    Kept kept(@PathVariable String person) {
        ErasureReceipts.Left left = receipts.left(person);
        return new Kept(
                person, people.identifies(person), left.letters(), left.links(), left.receipt(), removals.waiting());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String person, Person by, CommandContext context) {
        people.erase(person, by, context);
        removals.work();
    }
}
