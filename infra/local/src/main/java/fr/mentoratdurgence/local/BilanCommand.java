package fr.mentoratdurgence.local;

import fr.mentoratdurgence.local.journey.Door;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "bilan", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class BilanCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Option(names = "--as-of", paramLabel = "INSTANT")
    @Nullable
    String asOf;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        String query = asOf == null ? "" : "?asOf=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
        JsonNode bilan =
                new Door(where.running(), Clock.systemUTC()).get("analyste", "/api/reporting/v1/bilan" + query);
        if (json) {
            System.out.println(bilan);
        } else {
            Summary.figures(bilan, System.out);
        }
        return Mentorat.OK;
    }
}
