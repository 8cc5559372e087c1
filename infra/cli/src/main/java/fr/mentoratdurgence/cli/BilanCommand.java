package fr.mentoratdurgence.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "bilan", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class BilanCommand implements Callable<Integer> {
    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--as-of", paramLabel = "INSTANT")
    @Nullable
    String asOf;

    @Option(names = "--territory", paramLabel = "TERRITOIRE", descriptionKey = "replay.territory")
    @Nullable
    String territory;

    @Option(names = "--happened-until", paramLabel = "JOUR", descriptionKey = "replay.happened-until")
    @Nullable
    String happenedUntil;

    @Override
    public Integer call() {
        JsonNode bilan = where.door().get("analyste", "/api/reporting/v1/bilan" + query());
        if (where.json()) {
            System.out.println(bilan);
        } else {
            TerminalFigures.print(bilan, System.out);
        }
        return ExitCode.OK.code();
    }

    private String query() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "asOf", asOf);
        add(query, "territory", territory);
        add(query, "happenedUntil", happenedUntil);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
