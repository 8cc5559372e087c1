package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "sql", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", arity = "0..1", paramLabel = "REQUÊTE", descriptionKey = "requete")
    @Nullable
    String query;

    @Override
    public Integer call() {
        return ToolProcess.ofSegments(where).run("1g", query == null ? List.of("sql") : List.of("sql", query));
    }
}
