package fr.mentoratdurgence.contracts.needs.v1;

/**
 * A relay structure is known to the operation (FR: structure relais).
 *
 * <p>Topic {@code needs.v1}, key {@code structure}, type {@code needs.structure-registered.v1}.
 *
 * @param structure the relay structure's stream, from its UAI for a school
 * @param uai UAI of a school: 7 digits and a letter
 * @param kind SCHOOL, ASSOCIATION, SOCIAL_CENTRE, LOCAL_AUTHORITY, PRE, CITE_EDUCATIVE or OTHER
 * @param departement code of the département, such as 94, 2A or 974
 * @param academie code of the académie as the education ministry numbers it
 * @param commune INSEE code of the commune; 0 where it is not known
 * @param source DIRECTORY or FORM
 */
public record StructureRegistered(
        String structure,
        String uai,
        String kind,
        String departement,
        String academie,
        String commune,
        String source) {}
