package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.FollowingUseCases;
import fr.mentoratdurgence.followup.staff.ConcernLetters;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.keys.SealedTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the stream of worries to the platform. */
@Configuration(proxyBeanMethods = false)
class SafeguardingConfiguration {

    @Bean
    ConcernBoard concernBoard(JdbcClient db) {
        return new ConcernBoard(db);
    }

    @Bean
    SubjectBoard subjectBoard(JdbcClient db, Texts texts, FrenchTime time) {
        return new SubjectBoard(db, texts, time);
    }

    @Bean
    ConcernBook concernBook(JdbcClient db, PersonalDataCipher personalData) {
        return new ConcernBook(db, personalData);
    }

    @Bean
    SealedTable sealedConcerns(PersonalDataCipher personalData) {
        return new SealedTable(
                "concern_text", "concern", Map.of("text_sealed", ""), personalData.forPurpose(ConcernBook.PURPOSE));
    }

    @Bean
    ErasedPeople erasedPeople(Commands commands, ConcernBoard board, JdbcClient db) {
        return new ErasedPeople(commands, board, db);
    }

    @Bean
    UseCases<ConcernCommand> concernUseCases(
            ConcernBook book,
            ConcernBoard board,
            ConcernLetters letters,
            Deadlines deadlines,
            FollowingUseCases following) {
        return new UseCases<>(
                ConcernCommand.class, new ConcernUseCases(book, board, letters, deadlines, following)::handle);
    }
}
