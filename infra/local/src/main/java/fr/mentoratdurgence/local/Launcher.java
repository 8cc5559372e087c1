package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Mentorat;
import fr.mentoratdurgence.local.rehearsal.RehearseCommand;
import picocli.CommandLine;

/** The command line with the commands that start and stop a system on this machine. */
public final class Launcher {
    private Launcher() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** All commands. */
    public static CommandLine commandLine() {
        return Mentorat.commandLine(
                new StartCommand(),
                new DemoCommand(),
                new StopCommand(),
                new BackupCommand(),
                new RestoreCommand(),
                new BenchCommand(),
                new RehearseCommand());
    }
}
