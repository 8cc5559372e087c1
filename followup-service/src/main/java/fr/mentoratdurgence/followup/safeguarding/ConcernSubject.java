package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;

/**
 * What a person may be worried about.
 *
 * @param id    of the pair, the proposal, the need, the structure or the mentor
 * @param label its words, without anybody's name
 * @param side  on whose behalf this person speaks about it; the operation, where somebody of the team writes down what a
 *              caller says
 */
record ConcernSubject(String id, String label, Concerned about, Side side) {}
