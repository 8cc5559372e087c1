package fr.mentoratdurgence.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "history", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "export|import")
    @Nullable
    String direction;

    @Parameters(index = "1", paramLabel = "DOSSIER")
    @Nullable
    Path folder;

    @Override
    public Integer call() {
        if (folder == null || !List.of("export", "import").contains(String.valueOf(direction))) {
            throw new LocalFailure("histoire.sens", String.valueOf(direction));
        }
        return ToolProcess.of(where)
                .run(
                        "1g",
                        List.of(
                                "history",
                                String.valueOf(direction),
                                folder.toAbsolutePath().toString()));
    }
}
