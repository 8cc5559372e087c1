package fr.mentoratdurgence.contracts.needs.v1;

/**
 * The structure is what it says: by the official directory or by a référent.
 *
 * <p>Topic {@code needs.v1}, key {@code structure}, type {@code needs.structure-verified.v1}.
 *
 * @param structure the relay structure's stream, from its UAI for a school
 * @param source DIRECTORY or REFERENT
 */
public record StructureVerified(String structure, String source) {}
