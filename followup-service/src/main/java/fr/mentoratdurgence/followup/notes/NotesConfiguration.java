package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.keys.SealedTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the notes to who erases a person and to the list of work. */
@Configuration(proxyBeanMethods = false)
class NotesConfiguration {

    @Bean
    TeamNotes teamNotes(JdbcClient db, PersonalDataCipher personalData) {
        return new TeamNotes(db, personalData.forPurpose(TeamNotes.PURPOSE));
    }

    @Bean
    SealedTable sealedTeamNotes(PersonalDataCipher personalData) {
        return new SealedTable("note", "note", Map.of("text_sealed", ""), personalData.forPurpose(TeamNotes.PURPOSE));
    }

    @Bean
    NoteReminders noteReminders(JdbcClient db, PersonalDataCipher personalData, Texts texts) {
        return new NoteReminders(db, personalData.forPurpose(TeamNotes.PURPOSE), texts);
    }

    @Bean
    ManyReminders settleMany(NoteActs acts, NoteReminders reminders, TeamNotes notes, OperationDay day, Texts texts) {
        return new ManyReminders(ManyReminders.What.SETTLE, acts, reminders, notes, day, texts);
    }

    @Bean
    ManyReminders putOffMany(NoteActs acts, NoteReminders reminders, TeamNotes notes, OperationDay day, Texts texts) {
        return new ManyReminders(ManyReminders.What.PUT_OFF, acts, reminders, notes, day, texts);
    }
}
