package fr.mentoratdurgence.platform.watch;

/**
 * Figures that are read from the service's own tables every few seconds, so that no scrape waits for the database: how
 * much waits, and since when. All instances of a service read the same ones, so rules take the greatest and add nothing up.
 */
@FunctionalInterface
public interface Gauges {

    /** Reads them; what is not said this time is 0. */
    void read(Readings readings);
}
