package fr.mentoratdurgence.platform.jobs;

/** How far a job is: told by the work, and read by whoever writes it down. */
final class WatchedProgress implements JobProgress {
    private volatile int done;
    private volatile int total;
    private volatile boolean stopped;
    private int written;
    private long heldAt = System.nanoTime();

    /** Ends work that somebody stopped, or that another instance has taken over. No failure. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped", null, false, false);
        }
    }

    @Override
    public void at(int steps, int ofSteps) {
        done = steps;
        total = ofSteps;
        if (stopped) {
            throw new Stopped();
        }
    }

    void stop() {
        stopped = true;
    }

    int done() {
        return done;
    }

    int total() {
        return total;
    }

    /** Whether it has moved since it was written down, or nobody has said for so long that it is still there. */
    boolean isToWrite(long nanos) {
        return done != written || System.nanoTime() - heldAt >= nanos;
    }

    void written(int steps) {
        written = steps;
        heldAt = System.nanoTime();
    }
}
