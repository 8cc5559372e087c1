package fr.mentoratdurgence.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual as {@code man} reads it, from the commands themselves: the library writes AsciiDoc alone, for which another
 * program would have to be brought.
 */
final class ManPage {
    private final CommandSpec mentorat;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandSpec mentorat) {
        this.mentorat = mentorat;
    }

    String written() {
        line(".TH MENTORAT 1 \"\" \"" + escaped(mentorat.version()[0]) + "\"");
        section("manuel.nom");
        text(mentorat.name() + " \\- " + escaped(description(mentorat)));
        section("manuel.usage");
        text("\\fB" + mentorat.name() + "\\fR " + escaped(Texts.say("manuel.commande")));
        section("manuel.commandes");
        mentorat.subcommands().values().stream()
                .map(one -> one.getCommandSpec())
                .distinct()
                .forEach(this::command);
        section("manuel.fin");
        ExitCode.table().forEach((code, meaning) -> entry("\\fB" + code + "\\fR", meaning));
        section("manuel.fichiers");
        entry("\\fI$XDG_CONFIG_HOME/mentorat\\fR, \\fI~/.config/mentorat\\fR", Texts.say("manuel.profils"));
        section("manuel.environnement");
        entry("\\fBMENTORAT_PROFILE\\fR", Texts.say("manuel.profil"));
        return page.toString();
    }

    private void command(CommandSpec command) {
        String parameters = command.positionalParameters().stream()
                .map(one -> " \\fI" + escaped(one.paramLabel()) + "\\fR")
                .collect(Collectors.joining());
        line(".SS \"" + command.name() + parameters + "\"");
        text(escaped(description(command)));
        for (PositionalParamSpec one : command.positionalParameters()) {
            if (one.description().length > 0) {
                entry("\\fI" + escaped(one.paramLabel()) + "\\fR", said(one));
            }
        }
        for (OptionSpec one : command.options()) {
            if (!one.usageHelp() && !one.versionHelp()) {
                String label = one.arity().max() > 0 ? " \\fI" + escaped(one.paramLabel()) + "\\fR" : "";
                entry("\\fB" + escaped(String.join(", ", one.names())) + "\\fR" + label, said(one));
            }
        }
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String said(ArgSpec one) {
        return Arrays.stream(one.description()).map(String::strip).collect(Collectors.joining(" "));
    }

    private void section(String key) {
        line(".SH \"" + escaped(Texts.say(key)) + "\"");
    }

    private void entry(String what, String meaning) {
        line(".TP");
        text(what);
        text(escaped(meaning));
    }

    /** A line that begins like a request would be taken for one. */
    private void text(String text) {
        line(text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ").replace("%%", "%");
    }
}
