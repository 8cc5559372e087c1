package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.jobs.JobKind;
import fr.mentoratdurgence.platform.web.Documents;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ResourcesConfiguration {

    @Bean
    LibraryBook libraryBook(JdbcClient db) {
        return new LibraryBook(db);
    }

    @Bean
    JobKind<LibraryFile.Asked> resourcesTrial(LibraryFile file) {
        return ofFile(LibraryFile.Work.RESOURCES_TRIAL, file);
    }

    @Bean
    JobKind<LibraryFile.Asked> resourcesFile(LibraryFile file) {
        return ofFile(LibraryFile.Work.RESOURCES_FILE, file);
    }

    private static JobKind<LibraryFile.Asked> ofFile(LibraryFile.Work work, LibraryFile file) {
        return JobKind.of(work, LibraryFile.Asked.class, file::read)
                .leadsTo((job, _) -> "/suivi/ressources/fichier?travail=" + job);
    }

    @Bean
    PackBoard packBoard(JdbcClient db) {
        return new PackBoard(db);
    }

    @Bean
    UseCases<PackCommand> packUseCases() {
        return new UseCases<>(PackCommand.class, PackUseCases::handle);
    }

    @Bean
    Documents guides(Texts texts) {
        return new Documents(texts, Map.of(), Map.of());
    }
}
