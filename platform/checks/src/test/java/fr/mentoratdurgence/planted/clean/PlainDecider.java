package fr.mentoratdurgence.planted.clean;

import java.time.Clock;
import java.time.Instant;

record PlainDecider(Clock clock) {
    Instant look() {
        return clock.instant();
    }
}
