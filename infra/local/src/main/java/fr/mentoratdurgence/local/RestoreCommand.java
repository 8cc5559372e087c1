package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.Where;
import fr.mentoratdurgence.local.parts.PostgresPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a saved run back, where nothing of another one is; it is started afterwards. */
@Command(name = "restore", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "DOSSIER", descriptionKey = "restore.dossier")
    @Nullable
    Path folder;

    @Option(names = "--keys", paramLabel = "FICHIER", required = true, descriptionKey = "restore.keys")
    @Nullable
    Path keys;

    @Option(names = "--dry-run", descriptionKey = "restore.dry-run")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        Backup backup = new Backup(Objects.requireNonNull(folder), Objects.requireNonNull(keys));
        RunFolder run = new RunFolder(where.folder().toAbsolutePath().normalize());
        if (RunRecord.launcher(run.directory()).isPresent()) {
            throw new LocalFailure("restauration.marche", run.directory());
        }
        if (dryRun) {
            backup.check();
            System.out.println(Texts.say("restauration.essai", folder));
            return ExitCode.OK.code();
        }
        backup.putBack(run);
        try (PostgresPart server = PostgresPart.start(run.postgres(), 0, true)) {
            RestoredDatabases.settle(server::superuser);
        } catch (SQLException e) {
            throw new LocalFailure("sauvegarde.base", String.valueOf(e.getMessage()));
        }
        System.out.println(Texts.say("restauration.faite", run.directory()));
        return ExitCode.OK.code();
    }
}
