package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;

/**
 * Where each line of a need belongs: level, audience, territory, kind of structure. The need says it; where it was not
 * heard, the first confirmed match on the line does; else it is untold.
 */
final class Grounds {
    /** Code of what was not told. */
    static final String UNTOLD = "UNTOLD";

    private final Ledger ledger;
    private final int untold;
    private final int[] academies;
    private final int[] matchedSeat;

    Grounds(Ledger ledger) {
        this.ledger = ledger;
        this.untold = ledger.codes.number(UNTOLD);
        this.academies = Area.academies(ledger);
        this.matchedSeat = new int[ledger.lines.size()];
        for (int seat = ledger.seats.size() - 1; seat >= 0; seat--) {
            if (ledger.seats.isCovered(seat)) {
                int line = ledger.seats.line(seat);
                int known = matchedSeat[line] - 1;
                // all matches of a line say the same; should they not, the earliest counts, whatever the order heard
                if (known < 0 || ledger.seats.isEarlier(seat, known)) {
                    matchedSeat[line] = seat + 1;
                }
            }
        }
    }

    int untold() {
        return untold;
    }

    int levelBand(int line) {
        return told(ledger.lines.levelBand.get(line), matched(ledger.seats.levelBand, line));
    }

    int audience(int line) {
        return told(ledger.needs.audience.get(need(line)), matched(ledger.seats.audience, line));
    }

    int departement(int line) {
        return told(ledger.needs.departement.get(need(line)), matched(ledger.seats.departement, line));
    }

    int academie(int line) {
        int told = ledger.needs.academie.get(need(line));
        return academie(told == Ints.NONE ? matched(ledger.seats.academie, line) : told, departement(line));
    }

    int structureKind(int line) {
        int structure = ledger.needs.structure.get(need(line));
        return structure == Ints.NONE ? untold : told(ledger.structures.kind.get(structure), Ints.NONE);
    }

    /** The académie that was told, else the one to which the département belongs. */
    int academie(int told, int departement) {
        if (told != Ints.NONE) {
            return told;
        }
        boolean known = departement >= 0 && departement < academies.length && academies[departement] != Ints.NONE;
        return known ? academies[departement] : untold;
    }

    private int need(int line) {
        return ledger.lines.need(line);
    }

    private int matched(Ints column, int line) {
        return matchedSeat[line] == 0 ? Ints.NONE : column.get(matchedSeat[line] - 1);
    }

    private int told(int number, int otherwise) {
        if (number != Ints.NONE) {
            return number;
        }
        return otherwise == Ints.NONE ? untold : otherwise;
    }
}
