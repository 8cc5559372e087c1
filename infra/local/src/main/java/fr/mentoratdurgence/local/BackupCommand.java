package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves a run while everybody works. */
@Command(name = "backup", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "DOSSIER", descriptionKey = "backup.dossier")
    @Nullable
    Path folder;

    @Option(names = "--keys", paramLabel = "FICHIER", required = true, descriptionKey = "backup.keys")
    @Nullable
    Path keys;

    @Override
    public Integer call() throws IOException {
        Backup backup = new Backup(Objects.requireNonNull(folder), Objects.requireNonNull(keys));
        int port = where.running().port(Part.POSTGRES);
        RunFolder run = new RunFolder(where.folder());
        try (Connection superuser = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                Files.readString(run.postgres().resolve("superuser")))) {
            backup.take(run, superuser);
        } catch (SQLException e) {
            throw new LocalFailure("sauvegarde.base", String.valueOf(e.getMessage()));
        }
        System.out.println(Texts.say("sauvegarde.faite", folder, keys));
        return ExitCode.OK.code();
    }
}
