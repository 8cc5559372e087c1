package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.Locale;

/** One process of the running system, in the order in which people think of them. */
public enum Part {
    /** The databases. */
    POSTGRES(15432, ""),
    /** The public events. */
    KAFKA(19092, ""),
    /** The letters, caught. */
    MAIL(19025, ""),
    /** The accounts. */
    KEYCLOAK(8180, ""),
    /** needs-service. */
    NEEDS(8081, "needs-service"),
    /** mentor-service. */
    MENTOR(8082, "mentor-service"),
    /** matching-service. */
    MATCHING(8083, "matching-service"),
    /** followup-service. */
    FOLLOWUP(8084, "followup-service"),
    /** reporting-service. */
    REPORTING(8085, "reporting-service"),
    /** The one door. */
    GATEWAY(8080, "gateway");

    /** Those that keep events. */
    public static final List<Part> SERVICES = List.of(NEEDS, MENTOR, MATCHING, FOLLOWUP, REPORTING);

    /** Those that are built here. */
    public static final List<Part> APPLICATIONS = List.of(NEEDS, MENTOR, MATCHING, FOLLOWUP, REPORTING, GATEWAY);

    private final int usualPort;
    private final String module;

    Part(int usualPort, String module) {
        this.usualPort = usualPort;
        this.module = module;
    }

    /** The name in logs, files and databases. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that people know it by. */
    public String title() {
        return Texts.say("partie." + id());
    }

    /** Its port where nothing is shifted. */
    public int usualPort() {
        return usualPort;
    }

    /** The folder of its sources; empty for what is not built here. */
    public String module() {
        return module;
    }
}
