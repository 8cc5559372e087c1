package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the notes to who erases a person and to the list of work. */
@Configuration(proxyBeanMethods = false)
class NotesConfiguration {

    @Bean
    TeamNotes teamNotes(JdbcClient db, PersonalDataCipher personalData) {
        return new TeamNotes(db, personalData);
    }

    @Bean
    NoteReminders noteReminders(TeamNotes notes, OperationDay day) {
        return new NoteReminders(notes, day);
    }
}
