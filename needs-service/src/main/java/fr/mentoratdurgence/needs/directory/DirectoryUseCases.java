package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportEntries;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportPriorities;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.Verify;
import fr.mentoratdurgence.needs.directory.PriorityList.Statement;
import fr.mentoratdurgence.needs.directory.RelayStructure.Unknown;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordPriority;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.VerifyStructure;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.Set;

/** What each command of the directory does, in one transaction. */
final class DirectoryUseCases {
    private final StructureNameBook names;

    DirectoryUseCases(StructureNameBook names) {
        this.names = names;
    }

    /** Decides; answers with a letter for each entry, or the structure's id. */
    String handle(DirectoryCommand command, DecisionSession session) {
        return switch (command) {
            case ImportEntries c -> imported(c, session);
            case ImportPriorities c -> stated(c, session);
            case Verify c -> {
                session.decide(RelayStructureDecider.DECIDER, c.structure(), new VerifyStructure());
                yield c.structure();
            }
        };
    }

    private static String stated(ImportPriorities c, DecisionSession session) {
        var became = new StringBuilder();
        for (Statement said : c.statements()) {
            String structure = said.uai().structure();
            if (session.state(RelayStructureDecider.DECIDER, structure) instanceof Unknown) {
                became.append(DirectoryCommand.UNKNOWN);
                continue;
            }
            int facts = session.factsOf(structure);
            session.decide(RelayStructureDecider.DECIDER, structure, new RecordPriority(said.status(), c.statedOn()));
            became.append(session.factsOf(structure) > facts ? DirectoryCommand.CHANGED : DirectoryCommand.SAME);
        }
        return became.toString();
    }

    private String imported(ImportEntries c, DecisionSession session) {
        Set<String> renamed = names.otherwise(c.entries());
        var became = new StringBuilder();
        for (DirectoryEntry entry : c.entries()) {
            String structure = entry.facts().uai().structure();
            var before = session.state(RelayStructureDecider.DECIDER, structure);
            int facts = session.factsOf(structure);
            session.decide(
                    RelayStructureDecider.DECIDER, structure, entry.facts().withRenamed(renamed.contains(structure)));
            boolean changed = session.factsOf(structure) > facts;
            became.append(
                    before instanceof Unknown
                            ? DirectoryCommand.NEW
                            : changed ? DirectoryCommand.CHANGED : DirectoryCommand.SAME);
        }
        names.keep(c.entries(), c.published());
        return became.toString();
    }
}
