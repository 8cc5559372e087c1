package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.contacts.NoteBook;
import fr.mentoratdurgence.needs.directory.StructureNameBook;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CallSettings.class, StillNeededSettings.class})
class IntakeConfiguration {

    @Bean
    CallPromise callPromise(CallSettings settings, Deadlines deadlines) {
        return new CallPromise(settings.withinWorkingDays(), deadlines);
    }

    @Bean
    StillNeeded stillNeeded(StillNeededSettings settings, Deadlines deadlines) {
        return new StillNeeded(settings.afterWeeks(), deadlines);
    }

    @Bean
    NeedLoans needLoans(Deadlines deadlines) {
        return new NeedLoans(deadlines);
    }

    @Bean
    UseCases<IntakeCommand> intakeUseCases(
            StructureNameBook names,
            ContactBook contacts,
            NoteBook notes,
            CallPromise promise,
            NeedLoans loans,
            StillNeeded stillNeeded,
            NeedLetters letters,
            JdbcClient db) {
        return new UseCases<>(
                IntakeCommand.class,
                new IntakeUseCases(names, contacts, notes, new ImportedNeeds(db), promise, loans, stillNeeded, letters)
                        ::handle);
    }
}
