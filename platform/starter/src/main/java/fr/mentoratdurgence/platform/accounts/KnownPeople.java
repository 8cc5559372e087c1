package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;

/** Whom a service knows as persons, and forgets at the word of an operator: a bean of this type gives it that door. */
public interface KnownPeople {

    /** Whether anything that says who this is is still kept here. */
    boolean identifies(String person);

    /**
     * Forgets a person, with all that was written to them and their login; who is forgotten already stays so.
     *
     * @param by who does it
     * @throws fr.mentoratdurgence.platform.domain.Rejection where this id was never one of this service's
     */
    void erase(String person, Person by, CommandContext context);
}
