package fr.mentoratdurgence.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The system did not accept a step of the journey. */
public final class StepRefused extends RuntimeException {
    private final int status;

    StepRefused(String method, String path, int status, JsonNode problem) {
        super(Texts.say("parcours.refus", method, path, Integer.toString(status), detail(problem)));
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    private static String detail(JsonNode problem) {
        String detail = problem.path("detail").asString(problem.path("title").asString(""));
        return Stream.concat(
                        Stream.of(detail),
                        problem.path("errors")
                                .valueStream()
                                .map(error -> error.path("detail").asString("")))
                .collect(Collectors.joining(" "));
    }
}
