package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letters;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Once the receipt of an erasure has left, nothing is kept of where it went. Any number of instances may look. */
@Component
class ReceiptPolicy {
    private final ErasureReceipts receipts;
    private final Letters letters;

    ReceiptPolicy(ErasureReceipts receipts, Letters letters) {
        this.receipts = receipts;
        this.letters = letters;
    }

    @Scheduled(fixedDelay = 20, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void clear() {
        receipts.clear().forEach(letters::forget);
    }
}
