package fr.mentoratdurgence.platform.settings;

import java.time.ZoneId;

/** Where the days of the operation begin and end, wherever the server or the person stands. */
public final class OperationZone {
    /** The time that people are told. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private OperationZone() {}
}
