package fr.mentoratdurgence.needs.board;

/** Where a need stands, from its own history. */
public enum NeedStatus {
    DECLARED,
    ASSIGNED,
    CONTACTED,
    QUALIFIED,
    WITHDRAWN
}
