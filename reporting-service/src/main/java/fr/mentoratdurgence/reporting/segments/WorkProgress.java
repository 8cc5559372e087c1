package fr.mentoratdurgence.reporting.segments;

/** Hears how far a long work has come. */
public interface WorkProgress {
    /** So much of the whole is done. */
    void at(long position, long total);
}
