package fr.mentoratdurgence.platform;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what was stored under the name of a former meaning as a fact of today. Facts are never edited: one whose meaning
 * changed got a new name, and this says what the old ones mean by the new one. What the old fact did not say is given the
 * value that was true then, never a guess about a person.
 *
 * @param from   name under which it was stored, such as {@code needs.NeedDeclared}; nothing is stored under it any more
 * @param to     name of today, or of the next upcaster
 * @param change makes the JSON of {@code to} of the JSON of {@code from}
 */
public record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {}
