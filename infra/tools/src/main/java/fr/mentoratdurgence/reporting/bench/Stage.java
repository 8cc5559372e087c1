package fr.mentoratdurgence.reporting.bench;

import static fr.mentoratdurgence.reporting.bench.Dice.HOUR;

import fr.mentoratdurgence.reporting.bench.GeneratedSeason.Sink;
import fr.mentoratdurgence.reporting.bench.Teller.Place;
import fr.mentoratdurgence.reporting.bench.Teller.Proposal;
import fr.mentoratdurgence.reporting.history.FactHead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;

/** What all lives of a season share: chance, who acts next, who waits for whom, and the event that is being told. */
final class Stage {
    final Dice dice;
    final EventBody body = new EventBody();
    final PriorityQueue<Teller> actors = new PriorityQueue<>();
    final Deque<Place> waiting = new ArrayDeque<>();
    final Deque<String> free = new ArrayDeque<>();

    private final Sink sink;
    private final long wanted;
    private long told;
    private long born;

    Stage(long seed, long wanted, Sink sink) {
        this.dice = new Dice(seed);
        this.wanted = wanted;
        this.sink = sink;
    }

    long told() {
        return told;
    }

    boolean goesOn() {
        return told < wanted;
    }

    /** A number for who is born now. */
    long born() {
        return born++;
    }

    void match(long now) {
        while (!waiting.isEmpty() && !free.isEmpty()) {
            actors.add(new Proposal(
                    now + dice.random.nextLong(HOUR, 20 * HOUR),
                    born(),
                    dice,
                    waiting.removeFirst(),
                    free.removeFirst()));
        }
    }

    void again(Teller actor, long after) {
        actor.next += after / 2 + dice.random.nextLong(after + 1);
        actors.add(actor);
    }

    void tell(String domain, String name, String subject, long sequence, long at) {
        CharSequence data = body.closed();
        if (goesOn()) {
            told++;
            String source = domain.equals("mentors") ? "/mentor-service" : "/" + domain + "-service";
            sink.take(new FactHead(dice.uuid(), source, domain + "." + name + ".v1", subject, sequence, at), data);
        }
    }
}
