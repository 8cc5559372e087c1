package fr.mentoratdurgence.local;

import fr.mentoratdurgence.local.journey.Refused;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line {@code mentorat}. */
@Command(
        name = "mentorat",
        resourceBundle = "messages.commands",
        mixinStandardHelpOptions = true,
        subcommands = {
            StartCommand.class,
            DemoCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            MatchCommand.class,
            BilanCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            HistoryCommand.class,
            SqlCommand.class,
            BenchCommand.class,
            WhatIfCommand.class,
            RebuildCommand.class,
            DeadLettersCommand.class
        })
public final class Mentorat {
    /** All went well. */
    static final int OK = 0;

    /** The start, the journey or the question failed. */
    static final int FAILED = 1;

    /** The command line was not understood. */
    static final int MISUSED = 2;

    /** Nothing runs here, although the command needs it. */
    static final int NOT_RUNNING = 3;

    /** Something already runs here, or a port is taken. */
    static final int ALREADY_RUNNING = 4;

    private Mentorat() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Mentorat())
                .setResourceBundle(ResourceBundle.getBundle("messages.commands"))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Mentorat::misused)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof LocalFailure expected) {
                        command.getErr().println(expected.getMessage());
                        return exitCode(expected);
                    }
                    if (failure instanceof Refused) {
                        command.getErr().println(failure.getMessage());
                        return FAILED;
                    }
                    command.getErr().println(Texts.say("echec.imprevu", failure));
                    failure.printStackTrace(command.getErr());
                    return FAILED;
                });
    }

    private static int exitCode(LocalFailure failure) {
        return switch (failure.key()) {
            case "deja.en.marche", "port.pris" -> ALREADY_RUNNING;
            case "pas.en.marche" -> NOT_RUNNING;
            case "histoire.sens", "service.inconnu", "bench.inconnu", "rejeu.dossier" -> MISUSED;
            default -> FAILED;
        };
    }

    private static int misused(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(Texts.say("commande.incomprise", String.join(" ", arguments)));
        command.usage(command.getErr());
        return MISUSED;
    }
}
