package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import java.time.Instant;
import java.time.LocalDate;

/** The pair that the rules are tried on: opened on a Monday of the lockdown, in the Val-de-Marne. */
final class PairSamples {
    static final String PAIR = "pair-1";
    static final LocalDate OPENED_ON = LocalDate.of(2020, 4, 20);
    static final Instant DUE = Instant.parse("2020-04-22T08:00:00Z");

    private PairSamples() {}

    static PairOpened opened() {
        return opened("proposal-1");
    }

    static PairOpened opened(String proposal) {
        return new PairOpened(
                PAIR,
                proposal,
                new PairTerms(
                        "need-1",
                        1,
                        2,
                        "mentor-1",
                        "structure-0940176F",
                        "account-1",
                        "94",
                        "24",
                        "COLLEGE_6_5",
                        "REP",
                        LocalDate.of(2020, 4, 10)),
                OPENED_ON,
                DUE);
    }
}
