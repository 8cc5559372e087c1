package fr.mentoratdurgence.needs.directory;

/**
 * What people call a structure.
 *
 * @param name name of the institution
 * @param commune name of the commune
 */
public record StructureNames(String name, String commune) {
    /** The same names as French writes them, where they stand in capitals. */
    StructureNames inOrdinaryCase() {
        return new StructureNames(OrdinaryCase.school(name), OrdinaryCase.commune(commune));
    }
}
