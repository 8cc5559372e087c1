package fr.mentoratdurgence.reporting.bench;

import java.util.SplittableRandom;

/** Somebody or something that goes on telling: who is alive in a season. */
abstract sealed class Teller implements Comparable<Teller> {
    private static final String[] BANDS = {"CP_CE2", "CM1_CM2", "COLLEGE_6_5", "COLLEGE_4_3", "LYCEE_GT", "LYCEE_PRO"};
    private static final String[] AUDIENCES = {"REP", "REP_PLUS", "QPV", "RURAL_FRAGILE", "NONE"};

    /** When it acts next, in microseconds. */
    long next;

    final long order;
    long sequence;
    int step;

    Teller(long next, long order) {
        this.next = next;
        this.order = order;
    }

    @Override
    public int compareTo(Teller other) {
        int byTime = Long.compare(next, other.next);
        return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }

    static final class Need extends Teller {
        final String id;
        final String structure;
        final String referent;
        final String departement;
        final String audience;
        final String declaredOn;
        final int[] counts;
        final String[] bands;

        Need(long next, long order, Dice dice, String[] referents) {
            super(next, order);
            SplittableRandom random = dice.random;
            id = "need-" + dice.uuid();
            structure = "structure-" + dice.uuid();
            referent = referents[random.nextInt(referents.length)];
            departement = dice.departement();
            audience = AUDIENCES[random.nextInt(AUDIENCES.length)];
            declaredOn = dice.day(next);
            counts = new int[1 + random.nextInt(3)];
            bands = new String[counts.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = 1 + random.nextInt(4);
                bands[i] = BANDS[random.nextInt(BANDS.length)];
            }
        }

        /** As they stand in its events. */
        String lines() {
            StringBuilder json = new StringBuilder("\"lines\":[");
            for (int line = 0; line < counts.length; line++) {
                json.append(line == 0 ? "" : ",")
                        .append("{\"line\":")
                        .append(line + 1)
                        .append(",\"levelBand\":\"")
                        .append(bands[line])
                        .append("\",\"count\":")
                        .append(counts[line])
                        .append(",\"supports\":[\"METHOD\"],\"subjects\":[\"MATHS\"],\"channels\":[\"VIDEO\"],")
                        .append("\"slots\":[],\"familyLink\":false}");
            }
            return json.append(']').toString();
        }
    }

    static final class Mentor extends Teller {
        final String id;
        final String departement;

        Mentor(long next, long order, Dice dice) {
            super(next, order);
            id = "mentor-" + dice.uuid();
            departement = dice.departement();
        }
    }

    record Place(Need need, int line, int seat) {}

    static final class Proposal extends Teller {
        final String id;
        final Place place;
        final String mentor;

        Proposal(long next, long order, Dice dice, Place place, String mentor) {
            super(next, order);
            this.id = "proposal-" + dice.uuid();
            this.place = place;
            this.mentor = mentor;
        }
    }

    static final class Pair extends Teller {
        final String id;
        final Proposal proposal;
        final int weeks;

        Pair(long next, long order, Dice dice, String id, Proposal proposal) {
            super(next, order);
            this.id = id;
            this.proposal = proposal;
            this.weeks = 3 + dice.random.nextInt(12);
        }
    }
}
