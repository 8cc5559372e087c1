package fr.mentoratdurgence.followup.resources;

/** What a resource of the library is. */
public enum ResourceKind {
    /** A site to look around in. */
    SITE,
    /** Films and broadcasts to be seen at any time. */
    VIDEO,
    /** To be listened to. */
    AUDIO,
    /** Something to be done: exercises, games, experiments. */
    EXERCISE,
    /** A text to be read or printed. */
    DOCUMENT,
    /** A museum or a place to be looked at from afar. */
    VISIT,
    /** A broadcast at an hour (FR: grille Lumni): shown until its day is over. */
    BROADCAST
}
