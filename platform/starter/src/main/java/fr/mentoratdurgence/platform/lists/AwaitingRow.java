package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.List;

/**
 * Something of a service that waits for the team, as the list of work shows it among its own.
 *
 * @param id    of the thing, once in a list
 * @param sort  code of what it waits for; the rules of follow-up say what it counts for
 * @param title what people call it by
 * @param href  where the next act is
 * @param says  why it stands here, in a sentence
 * @param days  that it has waited
 */
public record AwaitingRow(String id, String sort, List<Name> title, String href, String says, int days) {}
