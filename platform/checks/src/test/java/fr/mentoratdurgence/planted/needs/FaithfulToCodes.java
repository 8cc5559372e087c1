package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;

final class FaithfulToCodes {
    static boolean same(Rejection refused, RejectionCode rule) {
        return refused.code().name().equals(rule.name());
    }

    private FaithfulToCodes() {}
}
