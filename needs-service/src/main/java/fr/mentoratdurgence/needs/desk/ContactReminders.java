package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.AboutPair;
import fr.mentoratdurgence.platform.letters.Correspondents;
import fr.mentoratdurgence.platform.letters.GroupLetters;
import fr.mentoratdurgence.platform.letters.LetterPreferences;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.letters.SendAgain;
import fr.mentoratdurgence.platform.lists.BulkAct;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters of the team to many contacts: reminders of what nobody told, and texts that are ready. */
@Configuration(proxyBeanMethods = false)
class ContactReminders {
    private static final Set<NeedLetter> WORTH_ONE =
            Set.of(NeedLetter.CONTACT_READY, NeedLetter.FIRST_CONTACT_MISSING, NeedLetter.CHECK_IN);

    @Bean
    BulkAct remindContacts(
            PairContacts pairs, Correspondents people, Letters letters, JdbcClient db, Texts texts, Clock clock) {
        return new SendAgain("relance", WORTH_ONE, pairs::of, people, letters, db, texts, clock);
    }

    @Bean
    BulkAct writeToContacts(
            PairContacts pairs,
            Correspondents people,
            Letters letters,
            LetterPreferences preferences,
            PlatformTransactionManager transactions,
            JdbcClient db,
            Texts texts) {
        return new GroupLetters(
                NeedLetter.READY,
                pairs::of,
                people,
                letters,
                preferences,
                new TransactionTemplate(transactions),
                db,
                texts);
    }

    @Bean
    PairContacts pairContacts(NeedBoard board, NeedWords words, OperationDay day) {
        return new PairContacts(board, words, day);
    }

    /** The contacts of pairs whose need a person of the team may see. */
    record PairContacts(NeedBoard board, NeedWords words, OperationDay day) {
        Optional<AboutPair> of(Person person, String pair) {
            return board.ofPair(pair, person)
                    .map(need -> new AboutPair(
                            pair,
                            need.need(),
                            Name.known(words.item(need, day.today()).title())));
        }
    }
}
