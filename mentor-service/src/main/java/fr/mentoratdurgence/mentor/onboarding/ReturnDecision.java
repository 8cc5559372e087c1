package fr.mentoratdurgence.mentor.onboarding;

/** What the team decided of somebody who may be a mentor who was set aside. */
public enum ReturnDecision {
    /** Somebody else: the application goes on. */
    OTHER_PERSON,
    /** The same person: nothing goes on. */
    SAME_PERSON,
    /** The same person, and a coordinator lets the application go on. */
    MAY_RETURN;

    /** Whether nothing goes on. */
    public boolean stops() {
        return this == SAME_PERSON;
    }
}
