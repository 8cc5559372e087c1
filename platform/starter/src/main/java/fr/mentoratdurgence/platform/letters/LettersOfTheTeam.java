package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.Person;
import java.util.Collection;
import java.util.Map;

/** Letters to the people of a service, as the team that looks after these people sees them; a bean of it switches it on. */
public interface LettersOfTheTeam {

    /**
     * Whom letters are for.
     *
     * @param name   what the team calls them by
     * @param number what stands in a file in its place
     * @param href   their page
     */
    record Addressee(String name, String number, String href) {}

    /** A query of the ids of all whom this person looks after; {@code :territory} is the array of her or his codes. */
    String people(Person person);

    /** Those of these whom the service knows still, by id. */
    Map<String, Addressee> named(Person person, Collection<String> people);
}
