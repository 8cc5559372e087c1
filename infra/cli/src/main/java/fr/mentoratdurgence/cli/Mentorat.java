package fr.mentoratdurgence.cli;

import java.util.Arrays;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line {@code mentorat}. */
@Command(
        name = "mentorat",
        resourceBundle = "messages.commands",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            LoginCommand.class,
            LogoutCommand.class,
            ProfilesCommand.class,
            StatusCommand.class,
            RestartCommand.class,
            ClockCommand.class,
            ImportCommand.class,
            MatchCommand.class,
            BilanCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            HistoryCommand.class,
            SqlCommand.class,
            WhatIfCommand.class,
            RebuildCommand.class,
            DeadLettersCommand.class,
            CheckLinksCommand.class,
            InviteCoordinatorCommand.class,
            EraseCommand.class,
            ErasuresCommand.class,
            KeysCommand.class,
            CompletionCommand.class,
            ManCommand.class
        })
public final class Mentorat {
    private Mentorat() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, with more commands than those on a system that runs. */
    public static CommandLine commandLine(Object... more) {
        CommandLine mentorat = new CommandLine(new Mentorat());
        Arrays.stream(more).forEach(mentorat::addSubcommand);
        mentorat.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading(Texts.say("fin.titre"))
                .exitCodeList(ExitCode.table());
        return mentorat.setResourceBundle(ResourceBundle.getBundle("messages.commands"))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Mentorat::misused)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof LocalFailure expected) {
                        command.getErr().println(expected.getMessage());
                        return ExitCode.of(expected).code();
                    }
                    if (failure instanceof StepRefused refused) {
                        command.getErr().println(refused.getMessage());
                        return ExitCode.of(refused).code();
                    }
                    command.getErr().println(Texts.say("echec.imprevu", failure));
                    failure.printStackTrace(command.getErr());
                    return ExitCode.FAILED.code();
                });
    }

    private static int misused(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(Texts.say("commande.incomprise", String.join(" ", arguments)));
        command.usage(command.getErr());
        return ExitCode.MISUSED.code();
    }
}
