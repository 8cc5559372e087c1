package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.staff.Colleagues;
import fr.mentoratdurgence.followup.staff.Colleagues.Follower;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom pairs can be handed over to, with what each follows already and would follow then. */
@Component
class HandOverChoices {
    private final PairBoard board;
    private final Colleagues colleagues;
    private final FollowupPolicy policy;
    private final Texts texts;

    HandOverChoices(PairBoard board, Colleagues colleagues, FollowupPolicy policy, Texts texts) {
        this.board = board;
        this.colleagues = colleagues;
        this.policy = policy;
        this.texts = texts;
    }

    /** @param more how many pairs would come to what each follows */
    List<Choice> of(Predicate<Follower> suits, int more) {
        Map<String, PairBoard.Load> loads = board.loads();
        return colleagues.followers().stream()
                .filter(suits)
                .map(one -> choice(one, loads.get(one.account()), more))
                .toList();
    }

    private Choice choice(Follower one, PairBoard.@Nullable Load load, int more) {
        int pairs = Optional.ofNullable(load).map(PairBoard.Load::pairs).orElse(0);
        int needs = Optional.ofNullable(load).map(PairBoard.Load::needs).orElse(0);
        String words = pairs + more > policy.mostPairsPerReferent() ? "passation.candidat.plein" : "passation.candidat";
        return new Choice(
                one.account(), texts.of(words, one.name(), pairs, needs, pairs + more, policy.mostPairsPerReferent()));
    }
}
