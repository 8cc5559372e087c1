package fr.mentoratdurgence.matching.proposing;

/** Ids of the streams that belong to a need, a mentor or an account of elsewhere: one stream id is one kind of stream. */
final class StreamIds {
    private static final String NEED = "need-";
    private static final String SEATS = "seats-";
    private static final String MENTOR = "mentor-";
    private static final String LOAD = "load-";
    private static final String ACCOUNT = "account-";
    private static final String REFERENT = "referent-";
    private static final String PROPOSAL = "proposal-";
    private static final String NOTICE = "notice-";

    private StreamIds() {}

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

    static String referentOf(String account) {
        return exchange(account, ACCOUNT, REFERENT);
    }

    static String accountOf(String referent) {
        return exchange(referent, REFERENT, ACCOUNT);
    }

    /** Not a stream: the id of a notice, the same whenever it is asked for. */
    static String noticeOf(String proposal, int number) {
        return exchange(proposal, PROPOSAL, NOTICE) + "-" + number;
    }

    private static String exchange(String id, String prefix, String other) {
        if (!id.startsWith(prefix)) {
            throw new IllegalArgumentException("not an id of " + prefix + ": " + id);
        }
        return other + id.substring(prefix.length());
    }
}
