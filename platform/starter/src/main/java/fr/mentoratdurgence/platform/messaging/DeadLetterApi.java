package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For ops: what is parked, another try, or giving it up. */
@RestController
@RequestMapping("${mentorat.api}/ops/dead-letters")
class DeadLetterApi {

    private enum Refusal implements RejectionCode {
        NO_SUCH_DEAD_LETTER(Kind.NOT_FOUND),
        STILL_AT_FAULT(Kind.CONFLICT);

        private final Kind kind;

        Refusal(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    record Parked(long id, String topic, String key, int partition, long offset, String cause, Instant parkedAt) {}

    /** How many had their effect. */
    record Healed(int healed) {}

    private final DeadLetters deadLetters;
    private final InboxConsumer consumer;

    DeadLetterApi(DeadLetters deadLetters, InboxConsumer consumer) {
        this.deadLetters = deadLetters;
        this.consumer = consumer;
    }

    @GetMapping
    List<Parked> waiting() {
        return deadLetters.waiting().stream()
                .map(l -> new Parked(
                        l.id(),
                        l.topic(),
                        l.recordKey(),
                        l.recordPartition(),
                        l.recordOffset(),
                        l.cause(),
                        l.parkedAt()))
                .toList();
    }

    @PostMapping("/{id}/retry")
    Healed retry(@PathVariable long id) {
        DeadLetter letter = deadLetters.find(id).orElseThrow(() -> new Rejection(Refusal.NO_SUCH_DEAD_LETTER));
        int healed = consumer.retry(letter);
        Optional<DeadLetter> still = deadLetters.find(id);
        if (still.isPresent()) {
            throw new Rejection(
                    Refusal.STILL_AT_FAULT, Map.of("cause", still.get().cause()));
        }
        return new Healed(healed);
    }

    /** Gives up on a record that can never have its effect, so that those of its key behind it get their turn. */
    @DeleteMapping("/{id}")
    Healed setAside(@PathVariable long id, Person person) {
        DeadLetter letter = deadLetters.find(id).orElseThrow(() -> new Rejection(Refusal.NO_SUCH_DEAD_LETTER));
        return new Healed(consumer.setAside(letter, person.account())
                .orElseThrow(() -> new Rejection(Refusal.NO_SUCH_DEAD_LETTER)));
    }
}
