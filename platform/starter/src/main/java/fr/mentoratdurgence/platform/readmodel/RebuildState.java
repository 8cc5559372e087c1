package fr.mentoratdurgence.platform.readmodel;

/** Where a read model stands with its last rebuild. */
public enum RebuildState {
    /** Never rebuilt. */
    NEVER,
    /** Under way, on whichever instance. */
    RUNNING,
    /** Nobody works on it any more; started again, it goes on where it was. */
    INTERRUPTED,
    /** Stopped at an event that the projection cannot tell, or for another cause; started again, it goes on. */
    FAILED,
    /** Given up, and its copy dropped. */
    CANCELLED,
    /** Done: the copy has taken the place of the old tables. */
    SWITCHED
}
