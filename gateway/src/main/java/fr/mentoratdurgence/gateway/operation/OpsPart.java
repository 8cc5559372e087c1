package fr.mentoratdurgence.gateway.operation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A service, as the board names it and asks it. */
enum OpsPart {
    NEEDS("/api/needs/v1/ops"),
    MENTOR("/api/mentors/v1/ops"),
    MATCHING("/api/matching/v1/ops"),
    FOLLOWUP("/api/followup/v1/ops"),
    REPORTING("/api/reporting/v1/ops");

    private final String ops;

    OpsPart(String ops) {
        this.ops = ops;
    }

    /** The name that routes, settings and addresses of the board know it by. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it answers to ops, and to the command line. */
    String ops() {
        return ops;
    }

    static Optional<OpsPart> of(String id) {
        return Stream.of(values()).filter(part -> part.id().equals(id)).findFirst();
    }
}
