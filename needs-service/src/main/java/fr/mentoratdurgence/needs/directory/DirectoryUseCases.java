package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportEntries;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.Verify;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.VerifyStructure;
import fr.mentoratdurgence.platform.domain.DecisionSession;

/** What each command of the directory does, in one transaction. */
final class DirectoryUseCases {
    private final StructureNameBook names;

    DirectoryUseCases(StructureNameBook names) {
        this.names = names;
    }

    /** Decides; answers with the number of new facts, or the structure's id. */
    String handle(DirectoryCommand command, DecisionSession session) {
        return switch (command) {
            case ImportEntries c -> {
                c.entries()
                        .forEach(entry -> session.decide(
                                RelayStructureDecider.DECIDER,
                                entry.facts().uai().structure(),
                                entry.facts()));
                names.keep(c.entries());
                yield Integer.toString(session.added().size());
            }
            case Verify c -> {
                session.decide(RelayStructureDecider.DECIDER, c.structure(), new VerifyStructure());
                yield c.structure();
            }
        };
    }
}
