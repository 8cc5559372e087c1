package fr.mentoratdurgence.platform.letters;

import java.time.Duration;
import java.util.List;

/**
 * A kind of letter; each service has an enum of its own. Its words stand in the service's messages under
 * {@code lettre.<NAME>.}: {@code objet}, {@code texte} (paragraphs between blank lines), {@code acte}, {@code pourquoi},
 * and {@code sms} where it may be one. {@code {word}} stands for a word of {@link Content}. Where {@code objet.plusieurs}
 * and {@code texte.plusieurs} are there, letters of the kind that would say the same to one person at once are one, with
 * their number as {@code {fois}}.
 */
public interface LetterKind {

    /** How much it matters that it comes, and when. */
    enum Weight {
        /** At once: knows neither quiet hours nor preferences. */
        URGENT,
        /** Cannot be switched off. */
        NEEDED,
        /** May come once a day, or not at all, as the person prefers. */
        ORDINARY
    }

    /** Code, the same for ever: it stands in the rows. */
    String name();

    /** How much it matters. */
    default Weight weight() {
        return Weight.NEEDED;
    }

    /** How its reader may have it, the usual way first; asked of {@link Weight#ORDINARY} kinds alone. */
    default List<Rhythm> rhythms() {
        return List.of(Rhythm.values());
    }

    /** How long it waits because what it tells can be undone. */
    default Duration undoneWithin() {
        return Duration.ZERO;
    }

    /** Whether it cannot wait and goes as a short message to who chose that or has no e-mail address. */
    default boolean bySms() {
        return false;
    }

    /** Whether it asks for an act, and stands under « À faire » until that is settled. */
    default boolean asks() {
        return false;
    }

    /** Whether somebody calls where it reaches nobody; a mere reminder is not told by telephone. */
    default boolean worthACall() {
        return true;
    }

    /** Whether it waits for the morning: 20:00 to 8:00 in the person's zone are quiet. */
    default boolean respectsTheNight() {
        return weight() != Weight.URGENT;
    }
}
