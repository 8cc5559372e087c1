package fr.mentoratdurgence.reporting.bench;

import static fr.mentoratdurgence.reporting.bench.Dice.DAY;
import static fr.mentoratdurgence.reporting.bench.Dice.HOUR;

import fr.mentoratdurgence.reporting.bench.Teller.Mentor;
import fr.mentoratdurgence.reporting.bench.Teller.Need;
import fr.mentoratdurgence.reporting.bench.Teller.Pair;
import fr.mentoratdurgence.reporting.bench.Teller.Place;
import fr.mentoratdurgence.reporting.bench.Teller.Proposal;
import fr.mentoratdurgence.reporting.history.FactHead;
import fr.mentoratdurgence.reporting.ledger.Moments;
import java.time.Instant;

/**
 * A season of the operation in public events, from a seed: structures ask, volunteers come, pairs meet week after week.
 * As many events as wanted, in the order of their record times, with the proportions of a spring: most events are
 * sessions. Events are made one after the other; only who is alive is kept in memory.
 */
final class GeneratedSeason {
    private static final long OPENING = Moments.micros(Instant.parse("2020-03-23T08:00:00Z"));
    private static final int EVENTS_PER_NEED = 128;
    private static final int MENTORS_PER_NEED = 5;

    private static final String[] KINDS = {"SCHOOL", "SCHOOL", "SCHOOL", "ASSOCIATION", "SOCIAL_CENTRE"};

    /** Takes the events, one by one. */
    interface Sink {
        /** An event. The text of the body is only good during the call. */
        void take(FactHead head, CharSequence data);
    }

    private final Stage stage;
    private final Dice dice;
    private final EventBody body;
    private final PairLife pairs;
    private final String[] referents;
    private final long wanted;

    private GeneratedSeason(long seed, long wanted, Sink sink) {
        this.stage = new Stage(seed, wanted, sink);
        this.dice = stage.dice;
        this.body = stage.body;
        this.pairs = new PairLife(stage);
        this.wanted = wanted;
        this.referents = new String[(int) Math.max(2, wanted / 20_000)];
        for (int i = 0; i < referents.length; i++) {
            referents[i] = "account-" + dice.uuid();
        }
    }

    /** Tells so many events; the same seed and number tell the same. */
    static void tell(long seed, long events, Sink sink) {
        new GeneratedSeason(seed, events, sink).run();
    }

    private void run() {
        String policy = "policy-operation";
        body.open("policy", policy).number("version", 1);
        body.more("\"floors\":[{\"priorityAudience\":\"REP_PLUS\",\"percent\":60},"
                + "{\"priorityAudience\":\"REP\",\"percent\":50}]");
        body.field("publishedAt", Moments.instant(OPENING).toString());
        stage.tell("matching", "policy-published", policy, 0, OPENING);
        body.open("policy", policy)
                .number("version", 1)
                .field("activatedAt", Moments.instant(OPENING).toString());
        stage.tell("matching", "policy-activated", policy, 1, OPENING);
        long needs = Math.max(1, wanted / EVENTS_PER_NEED) * 5 / 4;
        // births are spread over the first two months, denser at the beginning
        for (long i = 0; i < needs; i++) {
            stage.actors.add(new Need(birth(), stage.born(), dice, referents));
            for (int m = 0; m < MENTORS_PER_NEED; m++) {
                stage.actors.add(new Mentor(birth(), stage.born(), dice));
            }
        }
        while (stage.goesOn()) {
            Teller actor = stage.actors.poll();
            if (actor == null) {
                throw new IllegalStateException("the season ended after " + stage.told() + " events");
            }
            switch (actor) {
                case Need need -> act(need);
                case Mentor mentor -> act(mentor);
                case Proposal proposal -> act(proposal);
                case Pair pair -> pairs.act(pair);
            }
        }
    }

    private long birth() {
        double early = dice.random.nextDouble();
        return OPENING + (long) (early * early * 60 * DAY);
    }

    private void act(Need need) {
        switch (need.step++) {
            case 0 -> {
                body.open("structure", need.structure)
                        .field("uai", "0940176F")
                        .field("kind", dice.one(KINDS))
                        .field("departement", need.departement)
                        .field("academie", "24")
                        .field("commune", "0")
                        .field("source", "DIRECTORY");
                stage.tell("needs", "structure-registered", need.structure, 0, need.next);
                stage.again(need, 1);
            }
            case 1 -> {
                describe(body.open("need", need.id).field("structure", need.structure), need)
                        .field("origin", "FORM")
                        .field("declaredOn", need.declaredOn);
                stage.tell("needs", "need-declared", need.id, need.sequence++, need.next);
                stage.again(need, 6 * HOUR);
            }
            case 2 -> {
                body.open("need", need.id).field("referent", need.referent);
                stage.tell("needs", "need-referent-assigned", need.id, need.sequence++, need.next);
                stage.again(need, 10 * HOUR);
            }
            case 3 -> {
                body.open("need", need.id)
                        .field("referent", need.referent)
                        .flag("reached", true)
                        .field("occurredOn", dice.day(need.next - (dice.chance(5) ? 3 * DAY : 0)));
                stage.tell("needs", "contact-attempted", need.id, need.sequence++, need.next);
                if (dice.chance(8)) {
                    need.step = 6;
                } else if (dice.chance(20)) {
                    need.step = 5;
                }
                stage.again(need, HOUR);
            }
            case 4 -> {
                describe(
                                body.open("need", need.id)
                                        .field("structure", need.structure)
                                        .field("referent", need.referent),
                                need)
                        .field("declaredOn", need.declaredOn)
                        .field("qualifiedOn", dice.day(need.next));
                stage.tell("needs", "need-qualified", need.id, need.sequence++, need.next);
                for (int line = 0; line < need.counts.length; line++) {
                    for (int seat = 1; seat <= need.counts[line]; seat++) {
                        stage.waiting.add(new Place(need, line + 1, seat));
                    }
                }
                stage.match(need.next);
            }
            case 5 -> {
                int before = need.counts[0];
                need.counts[0] = Math.max(1, before - 1);
                body.open("need", need.id)
                        .number("line", 1)
                        .number("fromCount", before)
                        .number("toCount", need.counts[0])
                        .field("reason", "FEWER_PLACES");
                stage.tell("needs", "need-line-count-revised", need.id, need.sequence++, need.next);
                need.step = 4;
                stage.again(need, HOUR);
            }
            default -> {
                body.open("need", need.id).field("reason", "SOLVED_ELSEWHERE");
                stage.tell("needs", "need-withdrawn", need.id, need.sequence++, need.next);
            }
        }
    }

    private static EventBody describe(EventBody json, Need need) {
        return json.field("departement", need.departement)
                .field("academie", "24")
                .field("priorityAudience", need.audience)
                .more(need.lines());
    }

    private void act(Mentor mentor) {
        String day = dice.day(mentor.next);
        body.open("mentor", mentor.id);
        switch (mentor.step++) {
            case 0 -> {
                body.field("origin", "FORM")
                        .flag("adult", !dice.chance(3))
                        .field("departement", mentor.departement)
                        .field("appliedOn", day);
                String association = dice.one(PairLife.ASSOCIATIONS);
                if (!association.isEmpty()) {
                    body.field("association", association);
                }
                stage.tell("mentors", "mentor-applied", mentor.id, mentor.sequence++, mentor.next);
                stage.again(mentor, 30 * HOUR);
            }
            case 1 -> {
                if (dice.chance(10)) {
                    body.field("reason", "AVAILABILITY").field("heldOn", day);
                    stage.tell("mentors", "screening-failed", mentor.id, mentor.sequence++, mentor.next);
                } else {
                    body.field("heldOn", day);
                    stage.tell("mentors", "screening-passed", mentor.id, mentor.sequence++, mentor.next);
                    stage.again(mentor, 10 * HOUR);
                }
            }
            case 2 -> {
                body.number("version", 1).field("acceptedOn", day);
                stage.tell("mentors", "charter-accepted", mentor.id, mentor.sequence++, mentor.next);
                stage.again(mentor, 20 * HOUR);
            }
            case 3 -> {
                body.field("module", "CORE").field("completedOn", day);
                stage.tell("mentors", "training-completed", mentor.id, mentor.sequence++, mentor.next);
                stage.again(mentor, HOUR);
            }
            case 4 -> {
                body.flag("adult", true)
                        .field("departement", mentor.departement)
                        .flag("anywhere", true)
                        .number("capacity", 2);
                body.more(
                        "\"skills\":[{\"subject\":\"MATHS\",\"fromBand\":\"COLLEGE_6_5\",\"toBand\":\"COLLEGE_4_3\"}],"
                                + "\"supports\":[\"METHOD\"],\"channels\":[\"VIDEO\",\"PHONE\"],"
                                + "\"slots\":[{\"day\":\"WEDNESDAY\",\"startMinute\":780,\"endMinute\":1080}]");
                body.field("activatedOn", day);
                stage.tell("mentors", "mentor-activated", mentor.id, mentor.sequence++, mentor.next);
                stage.free.add(mentor.id);
                stage.free.add(mentor.id);
                stage.match(mentor.next);
                if (dice.chance(8)) {
                    stage.again(mentor, 40 * DAY);
                }
            }
            default -> {
                body.field("reason", "NO_TIME").field("withdrewOn", day);
                stage.tell("mentors", "mentor-withdrew", mentor.id, mentor.sequence++, mentor.next);
            }
        }
    }

    private void act(Proposal proposal) {
        Place place = proposal.place;
        body.open("proposal", proposal.id);
        if (proposal.step == 2) {
            confirm(proposal);
            return;
        }
        body.field("need", place.need().id)
                .number("line", place.line())
                .number("seat", place.seat())
                .field("mentor", proposal.mentor);
        if (proposal.step++ == 0) {
            body.field("origin", dice.chance(95) ? "RUN" : "MANUAL")
                    .number("policyVersion", 1)
                    .number("score", dice.random.nextInt(100))
                    .field("expiresAt", Moments.instant(proposal.next + 2 * DAY).toString());
            stage.tell("matching", "match-proposed", proposal.id, proposal.sequence++, proposal.next);
            stage.again(proposal, 20 * HOUR);
        } else if (dice.chance(12)) {
            body.field("side", "MENTOR").field("reason", "SCHEDULE");
            stage.tell("matching", "proposal-declined", proposal.id, proposal.sequence++, proposal.next);
            stage.waiting.add(place);
        } else if (dice.chance(6)) {
            stage.tell("matching", "proposal-expired", proposal.id, proposal.sequence++, proposal.next);
            stage.waiting.add(place);
        } else {
            stage.tell("matching", "proposal-accepted-by-mentor", proposal.id, proposal.sequence++, proposal.next);
            stage.again(proposal, 8 * HOUR);
        }
    }

    private void confirm(Proposal proposal) {
        String pair = "pair-" + dice.uuid();
        body.field("pair", pair);
        EventBody _ = pairs.terms(proposal);
        stage.tell("matching", "match-confirmed", proposal.id, proposal.sequence++, proposal.next);
        stage.actors.add(
                new Pair(proposal.next + dice.random.nextLong(1_000, HOUR), stage.born(), dice, pair, proposal));
    }
}
