package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.Optional;

final class AsksByReference {
    static boolean same(Optional<Rejection> refused, RejectionCode rule) {
        return refused.map(Rejection::code).filter(rule::equals).isPresent();
    }

    private AsksByReference() {}
}
