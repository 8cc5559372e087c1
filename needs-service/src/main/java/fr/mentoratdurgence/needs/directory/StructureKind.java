package fr.mentoratdurgence.needs.directory;

/** FR: type de structure relais. */
public enum StructureKind {
    SCHOOL,
    ASSOCIATION,
    SOCIAL_CENTRE,
    LOCAL_AUTHORITY,
    PRE,
    CITE_EDUCATIVE,
    OTHER
}
