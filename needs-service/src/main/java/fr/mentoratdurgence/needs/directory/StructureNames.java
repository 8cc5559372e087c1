package fr.mentoratdurgence.needs.directory;

/**
 * What people call a structure.
 *
 * @param name name of the institution
 * @param commune name of the commune
 */
public record StructureNames(String name, String commune) {}
