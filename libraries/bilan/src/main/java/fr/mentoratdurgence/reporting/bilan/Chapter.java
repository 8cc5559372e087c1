package fr.mentoratdurgence.reporting.bilan;

import java.util.Locale;

/** Chapters of the bilan, in the order of its page. */
public enum Chapter {
    /** How far places came. */
    FUNNEL,
    /** What was asked and given. */
    PLACES,
    /** Who is served. */
    EQUITY,
    /** How long things took. */
    DELAY,
    /** Declarations. */
    NEEDS,
    /** Volunteers. */
    MENTORS,
    /** Where they come from. */
    ASSOCIATIONS,
    /** What mentors were asked. */
    PROPOSALS,
    /** Who is accompanied. */
    PAIRS,
    /** Why pairs broke. */
    INTERRUPTIONS,
    /** Who goes on afterwards. */
    CONTINUATIONS,
    /** Meetings. */
    SESSIONS,
    /** Meetings by place. */
    ACTIVITY,
    /** What kinds of support were asked, and given. */
    SUPPORTS,
    /** How the sides say that it goes. */
    CHECKINS,
    /** What was noticed, and what was done. */
    ALERTS,
    /** Pauses. */
    PAUSES,
    /** What the sides say at the end. */
    EXITS,
    /** What was shared and used. */
    RESOURCES,
    /** Worries about young people. */
    SAFEGUARDING,
    /** Loads of the team. */
    REFERENTS,
    /** The facts themselves. */
    EVENTS;

    /** As it stands in addresses and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
