package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;

/**
 * Whom a letter about a pair goes to.
 *
 * @param pair   id
 * @param person as {@link Correspondents} knows them
 * @param title  what people call them by
 */
public record AboutPair(String pair, String person, List<Name> title) {}
