package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.domain.DecisionSession;

/** Who watches over pairs follows every act on one of them, in its transaction and once all of it is decided. */
public interface FollowingUseCases {

    /** Something happened to this pair. */
    void follow(DecisionSession session, String pair);
}
