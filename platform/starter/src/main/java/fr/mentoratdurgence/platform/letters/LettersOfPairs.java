package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Person;
import java.util.Collection;
import java.util.Optional;

/** The letters about pairs that the team sends by the dozen to the people of a service; a bean of it switches them on. */
public interface LettersOfPairs {
    /** Kinds that are worth a reminder. */
    Collection<? extends LetterKind> worthAReminder();

    /** Kinds whose texts are ready to be sent. */
    Collection<? extends LetterKind> ready();

    /** Whom a letter about this pair goes to, where this person of the team has to do with it. */
    Optional<AboutPair> of(Person person, String pair);
}
