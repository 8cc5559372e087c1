package fr.mentoratdurgence.matching.engine;

import java.util.EnumSet;
import java.util.Set;

/** What no score can outweigh. In this order a missing mentor is accounted for: to the first rule that stands between. */
public enum HardRule {
    /** A line of a primary school needs a family in close contact. */
    FAMILY_LINK,
    /** Same département, or the mentor accepts any. */
    TERRITORY,
    /** A minor mentor only helps the level bands that the policy allows. */
    MINOR_MENTOR,
    /** One of the wanted subjects, over all grades of the line; a line without subject accepts any mentor. */
    SUBJECT_AT_LEVEL,
    /** At least one kind of help in common. */
    SUPPORT,
    /** At least one channel in common. */
    CHANNEL,
    /** The mentor speaks the language that the line asks for. */
    LANGUAGE,
    /** A common weekly slot that is long enough; no slots = any time. */
    COMMON_SLOT,
    /** The pairing was not declined or interrupted before. */
    NOT_EXCLUDED;

    /** Rules that protect a young person: there is no policy without them, and nobody may choose against them. */
    public static Set<HardRule> protective() {
        return EnumSet.of(FAMILY_LINK, MINOR_MENTOR, NOT_EXCLUDED);
    }
}
