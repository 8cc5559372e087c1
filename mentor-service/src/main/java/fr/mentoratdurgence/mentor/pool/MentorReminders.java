package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.letters.MentorLetter;
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

/** Letters of the team to many mentors: reminders of what nobody told, and texts that are ready. */
@Configuration(proxyBeanMethods = false)
class MentorReminders {
    private static final Set<MentorLetter> WORTH_ONE =
            Set.of(MentorLetter.CONTACT_READY, MentorLetter.FIRST_CONTACT_AWAITED, MentorLetter.CHECK_IN);

    @Bean
    BulkAct remindMentors(
            PairMentors pairs, Correspondents people, Letters letters, JdbcClient db, Texts texts, Clock clock) {
        return new SendAgain("relance", WORTH_ONE, pairs::of, people, letters, db, texts, clock);
    }

    @Bean
    BulkAct writeToMentors(
            PairMentors pairs,
            Correspondents people,
            Letters letters,
            LetterPreferences preferences,
            PlatformTransactionManager transactions,
            JdbcClient db,
            Texts texts) {
        return new GroupLetters(
                MentorLetter.READY,
                pairs::of,
                people,
                letters,
                preferences,
                new TransactionTemplate(transactions),
                db,
                texts);
    }

    @Bean
    PairMentors pairMentors(CompanionBook companions, IdentityBook identities, MentorCalls calls) {
        return new PairMentors(companions, identities, calls);
    }

    /** The mentors of pairs that a person of the team has to do with. */
    record PairMentors(CompanionBook companions, IdentityBook identities, MentorCalls calls) {
        Optional<AboutPair> of(Person person, String pair) {
            return companions
                    .mentorOf(person, pair)
                    .map(mentor -> new AboutPair(
                            pair,
                            mentor,
                            Name.known(calls.name(identities.find(mentor).orElse(null)))));
        }
    }
}
