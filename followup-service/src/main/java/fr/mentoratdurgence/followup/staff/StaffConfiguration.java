package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.accounts.AccessPurpose;
import fr.mentoratdurgence.platform.keys.SealedTable;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what other packages of this service use, and brings the stream of the team to the platform. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffSettings.class)
@Import({FirstCoordinator.class, StaffCorrespondents.class, StaffUseCases.class})
class StaffConfiguration {

    @Bean
    StaffNames staffNames(
            JdbcClient db, StaffBook book, PersonalDataCipher cipher, PersonalDataDetector detector, Clock clock) {
        return new StaffNames(db, book, cipher, detector, clock);
    }

    @Bean
    StaffBook staffBook(JdbcClient db, PersonalDataCipher cipher) {
        return new StaffBook(db, cipher);
    }

    @Bean
    SealedTable sealedNames(PersonalDataCipher cipher) {
        return new SealedTable("staff_member", "account", Map.of("sealed_name", ""), cipher);
    }

    @Bean
    SealedTable sealedTeam(PersonalDataCipher cipher) {
        return new SealedTable(
                "staff_person",
                "staff",
                Map.of(
                        "first_name_sealed", ":first_name",
                        "last_name_sealed", ":last_name",
                        "email_sealed", ":email",
                        "phone_sealed", ":phone"),
                cipher);
    }

    @Bean
    SealedTable sealedLines(PersonalDataCipher cipher) {
        return new SealedTable("staff_reach", "account", Map.of("line_sealed", ":line"), cipher);
    }

    @Bean
    StaffBoard staffBoard(JdbcClient db) {
        return new StaffBoard(db);
    }

    @Bean
    ReachBook reachBook(JdbcClient db, PersonalDataCipher cipher, StaffBoard board, StaffBook book) {
        return new ReachBook(db, cipher, board, book);
    }

    @Bean
    LinkPurposes staffLinks(AccessPurpose access) {
        return new LinkPurposes(List.of(access));
    }

    @Bean
    Colleagues colleagues(StaffBoard board, StaffBook book) {
        return new Colleagues(board, book);
    }

    @Bean
    StaffLetters staffLetters(StaffBoard board, StaffBook book, Letters letters) {
        return new StaffLetters(board, book, letters);
    }

    @Bean
    ConcernLetters concernLetters(StaffBoard board, Letters letters) {
        return new ConcernLetters(board, letters);
    }

    @Bean
    MorningLetters morningLetters(StaffBoard board, StaffBook book, Letters letters, Clock clock) {
        return new MorningLetters(board, book, letters, clock);
    }

    @Bean
    UseCases<StaffCommand> staffCommands(StaffUseCases useCases) {
        return new UseCases<>(StaffCommand.class, useCases::handle);
    }
}
