package fr.mentoratdurgence.reporting.bench;

import fr.mentoratdurgence.reporting.ledger.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A season of the operation in public events, from a seed: structures ask, volunteers come, pairs meet week after week.
 * As many events as wanted, in the order of their record times, with the proportions of a spring: most events are
 * sessions. Events are made one after the other; only who is alive is kept in memory.
 */
final class GeneratedSeason {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long OPENING = Moments.micros(Instant.parse("2020-03-23T08:00:00Z"));
    private static final long HOUR = Duration.ofHours(1).toNanos() / 1_000;
    private static final long DAY = 24 * HOUR;
    private static final int EVENTS_PER_NEED = 128;
    private static final int MENTORS_PER_NEED = 5;

    private static final String[] BANDS = {"CP_CE2", "CM1_CM2", "COLLEGE_6_5", "COLLEGE_4_3", "LYCEE_GT", "LYCEE_PRO"};
    private static final String[] AUDIENCES = {"REP", "REP_PLUS", "QPV", "RURAL_FRAGILE", "NONE"};
    private static final String[] REASONS = {
        "NO_CONTACT_YOUTH", "MENTOR_NO_TIME", "SCHEDULE", "TECHNICAL_OR_EQUIPMENT", "RETURN_TO_SCHOOL", "RELATIONSHIP"
    };
    private static final String[] SIDES = {"MENTOR", "YOUTH", "STRUCTURE", "OPERATION"};
    private static final String[] CHANNELS = {"VIDEO", "VIDEO", "VIDEO", "PHONE", "MESSAGING"};
    private static final String[] ASSOCIATIONS = {"AFEV", "PROXITE", "NQT", "SOCRATE", "", "", ""};
    private static final int AFTER_THE_END = 1_000;
    private static final String[] KINDS = {"SCHOOL", "SCHOOL", "SCHOOL", "ASSOCIATION", "SOCIAL_CENTRE"};

    /** Takes the events, one by one. */
    interface Sink {
        /** An event. The text of the body is only good during the call. */
        void take(
                String id,
                String source,
                String type,
                String subject,
                long sequence,
                long recordedAt,
                CharSequence data);
    }

    private abstract static sealed class Actor implements Comparable<Actor> {
        long next;
        final long order;
        long sequence;
        int step;

        Actor(long next, long order) {
            this.next = next;
            this.order = order;
        }

        @Override
        public int compareTo(Actor other) {
            int byTime = Long.compare(next, other.next);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    private static final class Need extends Actor {
        final String id;
        final String structure;
        final String referent;
        final String departement;
        final String audience;
        final String declaredOn;
        final int[] counts;
        final String[] bands;

        Need(long next, long order, GeneratedSeason season) {
            super(next, order);
            SplittableRandom random = season.random;
            id = "need-" + season.uuid();
            structure = "structure-" + season.uuid();
            referent = season.referents[random.nextInt(season.referents.length)];
            departement = departement(random);
            audience = AUDIENCES[random.nextInt(AUDIENCES.length)];
            declaredOn = season.day(next);
            counts = new int[1 + random.nextInt(3)];
            bands = new String[counts.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = 1 + random.nextInt(4);
                bands[i] = BANDS[random.nextInt(BANDS.length)];
            }
        }
    }

    private static final class Mentor extends Actor {
        final String id;
        final String departement;

        Mentor(long next, long order, GeneratedSeason season) {
            super(next, order);
            id = "mentor-" + season.uuid();
            departement = departement(season.random);
        }
    }

    private record Place(Need need, int line, int seat) {}

    private static final class Proposal extends Actor {
        final String id;
        final Place place;
        final String mentor;

        Proposal(long next, long order, GeneratedSeason season, Place place, String mentor) {
            super(next, order);
            this.id = "proposal-" + season.uuid();
            this.place = place;
            this.mentor = mentor;
        }
    }

    private static final class Pair extends Actor {
        final String id;
        final Proposal proposal;
        final int weeks;

        Pair(long next, long order, GeneratedSeason season, String id, Proposal proposal) {
            super(next, order);
            this.id = id;
            this.proposal = proposal;
            this.weeks = 3 + season.random.nextInt(12);
        }
    }

    private final SplittableRandom random;
    private final Sink sink;
    private final long wanted;
    private final StringBuilder body = new StringBuilder(512);
    private final PriorityQueue<Actor> actors = new PriorityQueue<>();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final Deque<String> free = new ArrayDeque<>();
    private final String[] referents;
    private long told;
    private long born;
    private long dayEnds = Long.MIN_VALUE;
    private String dayText = "";

    private GeneratedSeason(long seed, long wanted, Sink sink) {
        this.random = new SplittableRandom(seed);
        this.wanted = wanted;
        this.sink = sink;
        this.referents = new String[(int) Math.max(2, wanted / 20_000)];
        for (int i = 0; i < referents.length; i++) {
            referents[i] = "account-" + uuid();
        }
    }

    /** Tells so many events; the same seed and number tell the same. */
    static void tell(long seed, long events, Sink sink) {
        new GeneratedSeason(seed, events, sink).run();
    }

    private void run() {
        String policy = "policy-operation";
        open("policy", policy).number("version", 1);
        body.append(",\"floors\":[{\"priorityAudience\":\"REP_PLUS\",\"percent\":60},"
                + "{\"priorityAudience\":\"REP\",\"percent\":50}]");
        field("publishedAt", Moments.instant(OPENING).toString());
        tell("matching", "policy-published", policy, 0, OPENING);
        open("policy", policy)
                .number("version", 1)
                .field("activatedAt", Moments.instant(OPENING).toString());
        tell("matching", "policy-activated", policy, 1, OPENING);
        long needs = Math.max(1, wanted / EVENTS_PER_NEED) * 5 / 4;
        // births are spread over the first two months, denser at the beginning
        for (long i = 0; i < needs; i++) {
            actors.add(new Need(birth(), born++, this));
            for (int m = 0; m < MENTORS_PER_NEED; m++) {
                actors.add(new Mentor(birth(), born++, this));
            }
        }
        while (told < wanted) {
            Actor actor = actors.poll();
            if (actor == null) {
                throw new IllegalStateException("the season ended after " + told + " events");
            }
            switch (actor) {
                case Need need -> act(need);
                case Mentor mentor -> act(mentor);
                case Proposal proposal -> act(proposal);
                case Pair pair -> act(pair);
            }
        }
    }

    private long birth() {
        double early = random.nextDouble();
        return OPENING + (long) (early * early * 60 * DAY);
    }

    private void act(Need need) {
        switch (need.step++) {
            case 0 -> {
                open("structure", need.structure)
                        .field("uai", "0940176F")
                        .field("kind", KINDS[random.nextInt(KINDS.length)])
                        .field("departement", need.departement)
                        .field("academie", "24")
                        .field("commune", "0")
                        .field("source", "DIRECTORY");
                tell("needs", "structure-registered", need.structure, 0, need.next);
                again(need, 1);
            }
            case 1 -> {
                describe(open("need", need.id).field("structure", need.structure), need)
                        .field("origin", "FORM")
                        .field("declaredOn", need.declaredOn);
                tell("needs", "need-declared", need.id, need.sequence++, need.next);
                again(need, 6 * HOUR);
            }
            case 2 -> {
                open("need", need.id).field("referent", need.referent);
                tell("needs", "need-referent-assigned", need.id, need.sequence++, need.next);
                again(need, 10 * HOUR);
            }
            case 3 -> {
                open("need", need.id)
                        .field("referent", need.referent)
                        .flag("reached", true)
                        .field("occurredOn", day(need.next - (chance(5) ? 3 * DAY : 0)));
                tell("needs", "contact-attempted", need.id, need.sequence++, need.next);
                if (chance(8)) {
                    need.step = 6;
                } else if (chance(20)) {
                    need.step = 5;
                }
                again(need, HOUR);
            }
            case 4 -> {
                describe(
                                open("need", need.id)
                                        .field("structure", need.structure)
                                        .field("referent", need.referent),
                                need)
                        .field("declaredOn", need.declaredOn)
                        .field("qualifiedOn", day(need.next));
                tell("needs", "need-qualified", need.id, need.sequence++, need.next);
                for (int line = 0; line < need.counts.length; line++) {
                    for (int seat = 1; seat <= need.counts[line]; seat++) {
                        waiting.add(new Place(need, line + 1, seat));
                    }
                }
                match(need.next);
            }
            case 5 -> {
                int before = need.counts[0];
                need.counts[0] = Math.max(1, before - 1);
                open("need", need.id)
                        .number("line", 1)
                        .number("fromCount", before)
                        .number("toCount", need.counts[0])
                        .field("reason", "FEWER_PLACES");
                tell("needs", "need-line-count-revised", need.id, need.sequence++, need.next);
                need.step = 4;
                again(need, HOUR);
            }
            default -> {
                open("need", need.id).field("reason", "SOLVED_ELSEWHERE");
                tell("needs", "need-withdrawn", need.id, need.sequence++, need.next);
            }
        }
    }

    private GeneratedSeason describe(GeneratedSeason json, Need need) {
        json.field("departement", need.departement).field("academie", "24").field("priorityAudience", need.audience);
        body.append(",\"lines\":[");
        for (int line = 0; line < need.counts.length; line++) {
            body.append(line == 0 ? "" : ",")
                    .append("{\"line\":")
                    .append(line + 1)
                    .append(",\"levelBand\":\"")
                    .append(need.bands[line])
                    .append("\",\"count\":")
                    .append(need.counts[line])
                    .append(
                            ",\"supports\":[\"METHOD\"],\"subjects\":[\"MATHS\"],\"channels\":[\"VIDEO\"],\"slots\":[],\"familyLink\":false}");
        }
        body.append(']');
        return json;
    }

    private void act(Mentor mentor) {
        String day = day(mentor.next);
        open("mentor", mentor.id);
        switch (mentor.step++) {
            case 0 -> {
                field("origin", "FORM")
                        .flag("adult", !chance(3))
                        .field("departement", mentor.departement)
                        .field("appliedOn", day);
                String association = ASSOCIATIONS[random.nextInt(ASSOCIATIONS.length)];
                if (!association.isEmpty()) {
                    field("association", association);
                }
                tell("mentors", "mentor-applied", mentor.id, mentor.sequence++, mentor.next);
                again(mentor, 30 * HOUR);
            }
            case 1 -> {
                if (chance(10)) {
                    field("reason", "AVAILABILITY").field("heldOn", day);
                    tell("mentors", "screening-failed", mentor.id, mentor.sequence++, mentor.next);
                } else {
                    field("heldOn", day);
                    tell("mentors", "screening-passed", mentor.id, mentor.sequence++, mentor.next);
                    again(mentor, 10 * HOUR);
                }
            }
            case 2 -> {
                number("version", 1).field("acceptedOn", day);
                tell("mentors", "charter-accepted", mentor.id, mentor.sequence++, mentor.next);
                again(mentor, 20 * HOUR);
            }
            case 3 -> {
                field("module", "CORE").field("completedOn", day);
                tell("mentors", "training-completed", mentor.id, mentor.sequence++, mentor.next);
                again(mentor, HOUR);
            }
            case 4 -> {
                flag("adult", true)
                        .field("departement", mentor.departement)
                        .flag("anywhere", true)
                        .number("capacity", 2);
                body.append(
                        ",\"skills\":[{\"subject\":\"MATHS\",\"fromBand\":\"COLLEGE_6_5\",\"toBand\":\"COLLEGE_4_3\"}],"
                                + "\"supports\":[\"METHOD\"],\"channels\":[\"VIDEO\",\"PHONE\"],"
                                + "\"slots\":[{\"day\":\"WEDNESDAY\",\"startMinute\":780,\"endMinute\":1080}]");
                field("activatedOn", day);
                tell("mentors", "mentor-activated", mentor.id, mentor.sequence++, mentor.next);
                free.add(mentor.id);
                free.add(mentor.id);
                match(mentor.next);
                if (chance(8)) {
                    again(mentor, 40 * DAY);
                }
            }
            default -> {
                field("reason", "NO_TIME").field("withdrewOn", day);
                tell("mentors", "mentor-withdrew", mentor.id, mentor.sequence++, mentor.next);
            }
        }
    }

    private void match(long now) {
        while (!waiting.isEmpty() && !free.isEmpty()) {
            actors.add(new Proposal(
                    now + random.nextLong(HOUR, 20 * HOUR), born++, this, waiting.removeFirst(), free.removeFirst()));
        }
    }

    private void act(Proposal proposal) {
        Place place = proposal.place;
        open("proposal", proposal.id);
        if (proposal.step == 2) {
            confirm(proposal);
            return;
        }
        field("need", place.need().id)
                .number("line", place.line())
                .number("seat", place.seat())
                .field("mentor", proposal.mentor);
        if (proposal.step++ == 0) {
            field("origin", chance(95) ? "RUN" : "MANUAL")
                    .number("policyVersion", 1)
                    .number("score", random.nextInt(100))
                    .field("expiresAt", Moments.instant(proposal.next + 2 * DAY).toString());
            tell("matching", "match-proposed", proposal.id, proposal.sequence++, proposal.next);
            again(proposal, 20 * HOUR);
        } else if (chance(12)) {
            field("side", "MENTOR").field("reason", "SCHEDULE");
            tell("matching", "proposal-declined", proposal.id, proposal.sequence++, proposal.next);
            waiting.add(place);
        } else if (chance(6)) {
            tell("matching", "proposal-expired", proposal.id, proposal.sequence++, proposal.next);
            waiting.add(place);
        } else {
            tell("matching", "proposal-accepted-by-mentor", proposal.id, proposal.sequence++, proposal.next);
            again(proposal, 8 * HOUR);
        }
    }

    private void confirm(Proposal proposal) {
        String pair = "pair-" + uuid();
        field("pair", pair);
        about(proposal).field("needDeclaredOn", proposal.place.need().declaredOn);
        tell("matching", "match-confirmed", proposal.id, proposal.sequence++, proposal.next);
        actors.add(new Pair(proposal.next + random.nextLong(1_000, HOUR), born++, this, pair, proposal));
    }

    private GeneratedSeason about(Proposal proposal) {
        Need need = proposal.place.need();
        return field("need", need.id)
                .number("line", proposal.place.line())
                .number("seat", proposal.place.seat())
                .field("mentor", proposal.mentor)
                .field("structure", need.structure)
                .field("referent", need.referent)
                .field("departement", need.departement)
                .field("academie", "24")
                .field("levelBand", need.bands[proposal.place.line() - 1])
                .field("priorityAudience", need.audience);
    }

    private void act(Pair pair) {
        String day = day(pair.next);
        open("pair", pair.id);
        if (pair.step >= AFTER_THE_END) {
            goOn(pair, day);
            return;
        }
        if (pair.step == 0) {
            field("proposal", pair.proposal.id);
            about(pair.proposal)
                    .field("needDeclaredOn", pair.proposal.place.need().declaredOn)
                    .field("openedOn", day)
                    .field(
                            "firstContactDueAt",
                            Moments.instant(pair.next + 2 * DAY).toString());
            told(pair, "pair-opened");
            again(pair, chance(85) ? DAY : 3 * DAY);
        } else if (pair.step == 1 && pair.sequence == 1 && chance(12)) {
            field("dueAt", Moments.instant(pair.next).toString());
            told(pair, "first-contact-overdue");
            pair.step = 1;
            again(pair, DAY);
            return;
        } else if (pair.step == 1) {
            field("side", "MENTOR").field("contactedOn", day);
            told(pair, "first-contact-confirmed");
            again(pair, 2 * DAY);
        } else if (pair.step >= 2 + pair.weeks || chance(2)) {
            end(pair, day);
            return;
        } else {
            session(pair, day);
        }
        pair.step++;
    }

    private void session(Pair pair, String today) {
        field("session", "session-" + uuid());
        // some are told days later
        String day = chance(10) ? day(pair.next - random.nextLong(DAY, 9 * DAY)) : today;
        if (chance(88)) {
            number("minutes", 30 + 5 * random.nextInt(19))
                    .field("channel", CHANNELS[random.nextInt(CHANNELS.length)])
                    .field("heldOn", day);
            told(pair, "session-held");
        } else {
            field("missedBy", SIDES[random.nextInt(SIDES.length)])
                    .flag("excused", chance(50))
                    .field("plannedOn", day);
            told(pair, "session-missed");
        }
        again(pair, 6 * DAY);
    }

    private void end(Pair pair, String day) {
        Place place = pair.proposal.place;
        field("need", place.need().id)
                .number("line", place.line())
                .number("seat", place.seat())
                .field("mentor", pair.proposal.mentor);
        if (pair.step < 2 + pair.weeks) {
            field("side", SIDES[random.nextInt(SIDES.length)])
                    .field("reason", REASONS[random.nextInt(REASONS.length)])
                    .field("interruptedOn", day);
            told(pair, "pair-interrupted");
            waiting.add(place);
        } else {
            flag("planned", chance(90)).field("closedOn", day);
            told(pair, "pair-closed");
            if (chance(40)) {
                pair.step = AFTER_THE_END;
                again(pair, 4 * DAY);
            }
        }
        free.add(pair.proposal.mentor);
        match(pair.next);
    }

    private void goOn(Pair pair, String day) {
        field("association", ASSOCIATIONS[Math.floorMod(pair.id.hashCode(), 4)]);
        if (pair.step++ == AFTER_THE_END) {
            field("proposedOn", day);
            told(pair, "continuation-proposed");
            again(pair, 7 * DAY);
        } else if (chance(75)) {
            field("side", "STRUCTURE").field("agreedOn", day);
            told(pair, "continuation-agreed");
        } else {
            field("side", "YOUTH").field("declinedOn", day);
            told(pair, "continuation-declined");
        }
    }

    private void told(Pair pair, String name) {
        tell("followup", name, pair.id, pair.sequence++, pair.next);
    }

    private void again(Actor actor, long after) {
        actor.next += after / 2 + random.nextLong(after + 1);
        actors.add(actor);
    }

    private void tell(String domain, String name, String subject, long sequence, long at) {
        body.append('}');
        if (told < wanted) {
            told++;
            String source = domain.equals("mentors") ? "/mentor-service" : "/" + domain + "-service";
            sink.take(uuid(), source, domain + "." + name + ".v1", subject, sequence, at, body);
        }
    }

    private GeneratedSeason open(String name, String id) {
        body.setLength(0);
        body.append("{\"").append(name).append("\":\"").append(id).append('"');
        return this;
    }

    private GeneratedSeason field(String name, String text) {
        body.append(",\"").append(name).append("\":\"").append(text).append('"');
        return this;
    }

    private GeneratedSeason number(String name, long number) {
        body.append(",\"").append(name).append("\":").append(number);
        return this;
    }

    private GeneratedSeason flag(String name, boolean flag) {
        body.append(",\"").append(name).append("\":").append(flag);
        return this;
    }

    private String day(long micros) {
        if (micros >= dayEnds || micros < dayEnds - DAY) {
            LocalDate date = LocalDate.ofInstant(Moments.instant(micros), PARIS);
            dayText = date.toString();
            dayEnds = Moments.micros(date.plusDays(1).atStartOfDay(PARIS).toInstant());
        }
        return dayText;
    }

    private static String departement(SplittableRandom random) {
        int number = 1 + random.nextInt(95);
        return number == 20 ? "2A" : number < 10 ? "0" + number : String.valueOf(number);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String uuid() {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
