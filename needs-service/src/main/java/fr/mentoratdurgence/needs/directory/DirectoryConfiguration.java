package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.needs.directory.DirectoryCommand.ImportEntries;
import fr.mentoratdurgence.needs.directory.DirectoryCommand.Verify;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.VerifyStructure;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    StructureDirectory structureDirectory(JdbcClient db) {
        return new StructureDirectory(db);
    }

    @Bean
    StructureNameBook structureNameBook(JdbcTemplate batches, JdbcClient db) {
        return new StructureNameBook(batches, db);
    }

    @Bean
    UseCases<DirectoryCommand> directoryUseCases(StructureNameBook names) {
        return new UseCases<>(DirectoryCommand.class, (command, session) -> handle(command, session, names));
    }

    private static String handle(DirectoryCommand command, DecisionSession session, StructureNameBook names) {
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
