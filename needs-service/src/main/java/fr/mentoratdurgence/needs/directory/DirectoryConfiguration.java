package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.jobs.JobKind;
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
        return new UseCases<>(DirectoryCommand.class, new DirectoryUseCases(names)::handle);
    }

    @Bean
    JobKind<DirectoryImport.Asked> prioritiesFile(PriorityImport imports) {
        return JobKind.of(PriorityImport.Work.PRIORITIES_FILE, DirectoryImport.Asked.class, imports::load);
    }

    @Bean
    JobKind<DirectoryImport.Asked> structuresFile(DirectoryImport imports) {
        return JobKind.of(DirectoryImport.Work.STRUCTURES_FILE, DirectoryImport.Asked.class, imports::load);
    }
}
