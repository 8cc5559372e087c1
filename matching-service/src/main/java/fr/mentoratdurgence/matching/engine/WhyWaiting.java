package fr.mentoratdurgence.matching.engine;

import java.util.List;

/**
 * Why a line still waits: each mentor is counted once.
 *
 * @param mentors   all active mentors
 * @param removed   mentors that a rule excludes, by the first rule that does, in the order of the rules
 * @param outbid    mentors who fit but have no capacity left
 * @param available mentors who fit and are free
 */
public record WhyWaiting(int mentors, List<RuleCount> removed, int outbid, int available) {

    /** How many mentors a rule excludes. */
    public record RuleCount(HardRule rule, int mentors) {}
}
