package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndCommand.NoticeSeatDue;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandBack;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.StaffLetters;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the stream of pairs to the platform. */
@Configuration(proxyBeanMethods = false)
class PairsConfiguration {

    @Bean
    FollowupPolicy followupPolicy(FollowupSettings settings) {
        return FollowupPolicy.read(settings.policy());
    }

    @Bean
    PairBoard pairBoard(JdbcClient db) {
        return new PairBoard(db);
    }

    @Bean
    PairFilters pairFilters(Colleagues team, FollowupPolicy policy, Texts texts) {
        return new PairFilters(team, policy, texts);
    }

    @Bean
    WatchBoard watchBoard(JdbcClient db) {
        return new WatchBoard(db);
    }

    @Bean
    OpenPairsPolicy openPairsPolicy(Commands commands, FollowupPolicy policy) {
        return new OpenPairsPolicy(commands, policy);
    }

    /** Silence is an event. */
    @Bean
    OnDeadline firstContactOverdue(Commands commands, Clock clock) {
        return OnDeadline.sends(
                PairDeadline.FIRST_CONTACT, commands, due -> new NoticeSilence(due.subject(), clock.instant()));
    }

    /** What was lent until a day goes back on the next one. */
    @Bean
    OnDeadline handBack(Commands commands) {
        return OnDeadline.sends(
                PairDeadline.HAND_BACK, commands, due -> new HandBack(due.subject(), OperationDay.of(due.dueAt())));
    }

    /** The day has come until which a place was kept. */
    @Bean
    OnDeadline seatDue(Commands commands) {
        return OnDeadline.sends(
                PairDeadline.SEAT_DUE, commands, due -> new NoticeSeatDue(due.subject(), OperationDay.of(due.dueAt())));
    }

    @Bean
    UseCases<PairCommand> pairUseCases(FollowingUseCases following, Deadlines deadlines, StaffLetters team) {
        return PairUseCases.followed(following, new PairDeadlines(deadlines), team);
    }

    @Bean
    EndingUseCases endingUseCases(UseCases<PairCommand> pairs) {
        return new EndingUseCases(pairs);
    }

    @Bean
    UseCases<DeskCommand> deskUseCases(FollowingUseCases following, Deadlines deadlines, StaffLetters team) {
        return PairUseCases.ofDesks(following, new PairDeadlines(deadlines), team);
    }
}
