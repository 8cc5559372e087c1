package fr.mentoratdurgence.planted.needs;

import java.time.Instant;

class OwnWatch {
    Instant look() {
        return Instant.now();
    }
}
