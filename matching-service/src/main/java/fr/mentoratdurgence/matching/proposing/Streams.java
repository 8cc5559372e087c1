package fr.mentoratdurgence.matching.proposing;

/** Ids of the streams that belong to a need or a mentor of another service: one stream id is one kind of stream. */
final class Streams {
    private static final String NEED = "need-";
    private static final String SEATS = "seats-";
    private static final String MENTOR = "mentor-";
    private static final String LOAD = "load-";

    private Streams() {}

    static String seatsOf(String need) {
        return exchange(need, NEED, SEATS);
    }

    static String needOf(String seats) {
        return exchange(seats, SEATS, NEED);
    }

    static String loadOf(String mentor) {
        return exchange(mentor, MENTOR, LOAD);
    }

    static String mentorOf(String load) {
        return exchange(load, LOAD, MENTOR);
    }

    private static String exchange(String id, String prefix, String other) {
        if (!id.startsWith(prefix)) {
            throw new IllegalArgumentException("not an id of " + prefix + ": " + id);
        }
        return other + id.substring(prefix.length());
    }
}
