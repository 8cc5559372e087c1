package fr.mentoratdurgence.followup.pairs;

/** What is meant by telling a session of a day of which one is told already. */
enum Repeat {
    /** Not said: the same is confirmed, what differs is asked. */
    ASK,
    /** The same session: what was told first stands, and is confirmed. */
    SAME,
    /** Another session of that day. */
    ANOTHER
}
