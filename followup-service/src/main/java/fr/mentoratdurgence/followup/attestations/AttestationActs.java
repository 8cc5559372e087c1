package fr.mentoratdurgence.followup.attestations;

import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.typed.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What people do with attestations: a mentor gets her or his own, a coordinator withdraws one, anybody looks one up. */
@Component
class AttestationActs {
    /** Of the 122 random bits of an id; nobody tries so many. */
    private static final int LENGTH = 20;

    private static final int GROUP = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-F]{20}");

    private final AttestationBook book;
    private final PairBoard pairs;
    private final Ids ids;
    private final OperationDay day;

    AttestationActs(AttestationBook book, PairBoard pairs, Ids ids, OperationDay day) {
        this.book = book;
        this.pairs = pairs;
        this.ids = ids;
        this.day = day;
    }

    Given given(Person person) {
        return book.given(mentor(person));
    }

    List<Attestation> own(Person person) {
        return book.of(mentor(person));
    }

    /** Attests what was given until now; where nothing was given since the last one of today, that one. */
    Attestation issue(Person person) {
        return issue(mentor(person));
    }

    private Attestation issue(String mentor) {
        Given given = book.given(mentor);
        LocalDate first = given.firstOn();
        LocalDate last = given.lastOn();
        if (first == null || last == null) {
            throw new Rejection(AttestationRejection.NOTHING_TO_ATTEST);
        }
        Attestation now =
                new Attestation(number(), mentor, given.sessions(), given.minutes(), first, last, day.today(), null);
        Optional<Attestation> same = book.of(mentor).stream()
                .filter(one -> one.withdrawnOn() == null
                        && one.issuedOn().equals(now.issuedOn())
                        && one.minutes() == now.minutes()
                        && one.sessions() == now.sessions())
                .findFirst();
        if (same.isEmpty()) {
            book.keep(now);
        }
        return same.orElse(now);
    }

    /** What the mentor of a pair has given, for somebody of the team who watches over it. */
    Given given(Person person, String pair) {
        return book.given(mentorOf(person, pair));
    }

    /** The same for a mentor who has no login and asked by telephone. */
    Attestation issue(Person person, String pair) {
        return issue(mentorOf(person, pair));
    }

    private String mentorOf(Person person, String pair) {
        return pairs.find(person, pair)
                .filter(row -> PairBoard.manages(person, row))
                .map(row -> row.terms().mentor())
                .orElseThrow(() -> new Rejection(AttestationRejection.ATTESTATION_UNKNOWN));
    }

    /** One's own, to be printed. */
    Attestation own(Person person, String number) {
        return find(number)
                .filter(one -> one.mentor().equals(person.mentor()))
                .orElseThrow(() -> new Rejection(AttestationRejection.ATTESTATION_UNKNOWN));
    }

    /** As somebody types it from paper: in groups or not, in whatever case. */
    Optional<Attestation> find(String typed) {
        String number = Typed.plain(typed).toUpperCase(Locale.ROOT);
        return NUMBER.matcher(number).matches() ? book.find(grouped(number)) : Optional.empty();
    }

    void withdraw(Person person, String number) {
        Attestation known = find(number).orElseThrow(() -> new Rejection(AttestationRejection.ATTESTATION_UNKNOWN));
        book.withdraw(known.number(), person.account(), day.today());
    }

    private String number() {
        String digits = ids.next("attestation").replaceAll("[^0-9a-f]", "").toUpperCase(Locale.ROOT);
        return grouped(digits.substring(digits.length() - LENGTH));
    }

    private static String grouped(String number) {
        return number.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static String mentor(Person person) {
        return Objects.requireNonNull(person.mentor(), "only a mentor is let in");
    }
}
