package fr.mentoratdurgence.mentor.onboarding;

/** Why a mentor leaves; ERASURE is given by asking for one's data to be erased. */
public enum WithdrawalReason {
    NO_TIME,
    MOVED,
    ILLNESS,
    NOT_SUITED,
    ERASURE,
    OTHER
}
