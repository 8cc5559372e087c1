package fr.mentoratdurgence.gateway;

import fr.mentoratdurgence.local.parts.PostgresPart;

/** One PostgreSQL for all tests of the gateway. */
public final class TestDatabase {
    private static final PostgresPart SERVER = PostgresPart.startTemporary();

    private TestDatabase() {}

    /** A database of this name, empty the first time. */
    public static PostgresPart.Database named(String name) {
        return SERVER.createDatabase(name, "of-the-tests");
    }
}
