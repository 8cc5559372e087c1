package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people that a service writes to: it alone knows their addresses. A bean of this type switches letters on. */
public interface Correspondents {

    /** All kinds that this version of the service knows; a row of another kind waits for a version that does. */
    List<? extends LetterKind> kinds();

    /** Whether this person may ever get one of this kind, and so chooses about it. */
    default boolean mayCome(LetterKind kind, String person) {
        return true;
    }

    /** Opens a person's address; nothing where the person was erased. */
    Optional<Correspondent> find(String person);

    /** Under which ids this person, who has logged in, is written to; the newest first. */
    List<String> of(Person caller);

    /** Under which id this person's choices are kept: one person may be written to under several. */
    default String chooser(String person) {
        return person;
    }

    /**
     * What fills this letter now; nothing where its reason has gone meanwhile.
     *
     * @param parameters as they were written
     */
    Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters);
}
