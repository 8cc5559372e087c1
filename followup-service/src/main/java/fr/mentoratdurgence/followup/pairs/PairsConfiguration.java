package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.StaffLetters;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
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

    @Bean
    UseCases<PairCommand> pairUseCases(FollowingUseCases following, Deadlines deadlines, StaffLetters team) {
        return PairUseCases.followed(following, new PairDeadlines(deadlines), team);
    }

    @Bean
    UseCases<DeskCommand> deskUseCases(FollowingUseCases following, Deadlines deadlines, StaffLetters team) {
        return PairUseCases.ofDesks(following, new PairDeadlines(deadlines), team);
    }
}
