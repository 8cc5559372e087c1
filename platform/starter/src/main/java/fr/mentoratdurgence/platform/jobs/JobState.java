package fr.mentoratdurgence.platform.jobs;

/** Where a job is. */
public enum JobState {
    /** Nobody has taken it yet, or whoever had it gave it back. */
    WAITING,
    /** An instance works at it. */
    RUNNING,
    /** Its answer is there. */
    DONE,
    /** A rule refused it; nothing more will happen. */
    REFUSED,
    /** It broke, several times; nothing more will happen. */
    FAILED,
    /** Somebody stopped it. What it had recorded until then stays. */
    CANCELLED;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }
}
