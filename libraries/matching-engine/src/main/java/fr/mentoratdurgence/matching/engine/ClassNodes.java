package fr.mentoratdurgence.matching.engine;

/** Priority audiences as nodes of the network: their floors, what is served of them, and the price. */
final class ClassNodes {
    /** More than all else can earn together; 0 where there is no floor. */
    final long bonus;

    /** Seats of each class that earn the bonus. */
    final int[] floor;

    final long[] v;
    final int[] served;
    final IntList[] lines;

    ClassNodes(int[] floors, long bonus) {
        this.bonus = bonus;
        floor = floors.clone();
        v = new long[floor.length];
        served = new int[floor.length];
        lines = new IntList[floor.length];
        for (int a = 0; a < floor.length; a++) {
            v[a] = floor[a] > 0 ? bonus : 0;
            lines[a] = new IntList();
        }
    }
}
