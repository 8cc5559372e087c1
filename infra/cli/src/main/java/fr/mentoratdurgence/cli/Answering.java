package fr.mentoratdurgence.cli;

import picocli.CommandLine.Option;

/** The options of a command that says something of a run, to a person or to a program. */
final class Answering extends Where {
    @Option(names = "--json")
    boolean json;
}
