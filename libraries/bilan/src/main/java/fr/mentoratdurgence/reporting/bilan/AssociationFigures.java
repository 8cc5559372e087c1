package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Mentors;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import java.util.List;

/** The steps of mentors, and their pairs, by the member association through which they come. */
final class AssociationFigures {
    /** Code of those who come alone. */
    static final String NONE = "NONE";

    private final Ledger ledger;
    private final Grounds grounds;
    private final Area area;
    private final int none;

    AssociationFigures(Ledger ledger, Grounds grounds, Area area) {
        this.ledger = ledger;
        this.grounds = grounds;
        this.area = area;
        this.none = ledger.codes.number(NONE);
    }

    List<Figure> all() {
        Mentors mentors = ledger.mentors;
        Tally applied = tally();
        Tally activated = tally();
        Tally matched = tally();
        Tally opened = tally();
        boolean[] hadPair = new boolean[mentors.size()];
        Pairs pairs = ledger.pairs;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.openedOn.has(pair)) {
                if (pairs.mentor.has(pair)) {
                    hadPair[pairs.mentor.get(pair)] = true;
                }
                if (area.hasPair(pair)) {
                    opened.add(ofPair(pair));
                }
            }
        }
        for (int mentor = 0; mentor < mentors.size(); mentor++) {
            if (area.hasMentor(mentor)) {
                int association = ofMentor(mentor);
                applied.add(association, mentors.appliedIn.has(mentor) ? 1 : 0);
                activated.add(association, mentors.activatedOn.has(mentor) ? 1 : 0);
                matched.add(association, hadPair[mentor] ? 1 : 0);
            }
        }
        return List.of(
                applied.figure(Indicators.ASSOCIATIONS_APPLIED, Axis.MEMBER_ASSOCIATION),
                activated.figure(Indicators.ASSOCIATIONS_ACTIVATED, Axis.MEMBER_ASSOCIATION),
                matched.figure(Indicators.ASSOCIATIONS_MATCHED, Axis.MEMBER_ASSOCIATION),
                opened.figure(Indicators.ASSOCIATIONS_PAIRS, Axis.MEMBER_ASSOCIATION));
    }

    /** How far the pairs came; as on the funnel, one that reached a step has reached those before. */
    List<Figure> furtherSteps() {
        Tally contacted = tally();
        Tally active = tally();
        Tally closed = tally();
        Pairs pairs = ledger.pairs;
        boolean[] met = new boolean[pairs.size()];
        for (int session = 0; session < ledger.held.size(); session++) {
            met[ledger.held.pair.get(session)] = true;
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.openedOn.has(pair) && area.hasPair(pair)) {
                int association = ofPair(pair);
                boolean ended = pairs.planned.get(pair) == 1;
                contacted.add(association, ended || met[pair] || pairs.contactedOn.has(pair) ? 1 : 0);
                active.add(association, ended || met[pair] ? 1 : 0);
                closed.add(association, ended ? 1 : 0);
            }
        }
        return List.of(
                contacted.figure(Indicators.ASSOCIATIONS_CONTACTED, Axis.MEMBER_ASSOCIATION),
                active.figure(Indicators.ASSOCIATIONS_ACTIVE, Axis.MEMBER_ASSOCIATION),
                closed.figure(Indicators.ASSOCIATIONS_CLOSED, Axis.MEMBER_ASSOCIATION));
    }

    /** The association of the mentor of a pair. */
    int ofPair(int pair) {
        int mentor = ledger.pairs.mentor.get(pair);
        return mentor == Ints.NONE ? grounds.untold() : ofMentor(mentor);
    }

    private int ofMentor(int mentor) {
        int association = ledger.mentors.association.get(mentor);
        if (association != Ints.NONE) {
            return association;
        }
        return ledger.mentors.appliedIn.has(mentor) ? none : grounds.untold();
    }

    private Tally tally() {
        return new Tally(ledger.codes);
    }
}
