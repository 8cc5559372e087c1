package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Academies.Academie;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.util.Arrays;

/** Which accounts of a ledger lie in a territory. A mentor belongs where he or she was activated, else applied. */
final class Area {
    private final Ledger ledger;
    private final Territory territory;
    private final Grounds grounds;
    private final int code;

    Area(Ledger ledger, Territory territory, Grounds grounds) {
        this.ledger = ledger;
        this.territory = territory;
        this.grounds = grounds;
        this.code = ledger.codes.number(territory.code());
    }

    boolean hasLine(int line) {
        return has(grounds.departement(line), grounds.academie(line));
    }

    boolean hasNeed(int need) {
        return has(ledger.needs.departement.get(need), ledger.needs.academie.get(need));
    }

    boolean hasPair(int pair) {
        return has(ledger.pairs.departement.get(pair), ledger.pairs.academie.get(pair));
    }

    boolean hasMentor(int mentor) {
        int activatedIn = ledger.mentors.activatedIn.get(mentor);
        return has(activatedIn == Ints.NONE ? ledger.mentors.appliedIn.get(mentor) : activatedIn, Ints.NONE);
    }

    boolean hasProposal(int proposal) {
        if (territory.isNation()) {
            return true;
        }
        int seat = ledger.proposals.seat.get(proposal);
        return seat != Ints.NONE && hasLine(ledger.seats.line(seat));
    }

    boolean hasConcern(int concern) {
        return has(ledger.concerns.departement.get(concern), Ints.NONE);
    }

    private boolean has(int departement, int academie) {
        return switch (territory.kind()) {
            case NATION -> true;
            case ACADEMIE -> grounds.academie(academie, departement) == code;
            case DEPARTEMENT -> departement == code;
        };
    }

    /** The académie of each code of a département, by number of the code. */
    static int[] academies(Ledger ledger) {
        int[] academies = new int[0];
        for (Academie academie : Academies.ofFrance().all()) {
            int number = ledger.codes.number(academie.code());
            for (String departement : academie.departements()) {
                int row = ledger.codes.number(departement);
                if (row >= academies.length) {
                    int before = academies.length;
                    academies = Arrays.copyOf(academies, row + 64);
                    Arrays.fill(academies, before, academies.length, Ints.NONE);
                }
                academies[row] = number;
            }
        }
        return academies;
    }
}
