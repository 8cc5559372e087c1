package fr.mentoratdurgence.platform.domain;

/** Names the broken rule; implemented by one enum per stream. The French sentence is in the service's messages. */
public interface RejectionCode {

    /** What kind of "no" it is; the edge maps it to an HTTP status. */
    enum Kind {
        /** The input breaks a rule by itself: 422. */
        INVALID,
        /** The state of the world refuses it, now: 409. */
        CONFLICT,
        /** It was decided upon what is so no longer; whoever reads it again may decide again: 412. */
        CHANGED,
        /** There is no such thing, or not for this person: 404. */
        NOT_FOUND,
        /** This person may not do it: 403. */
        FORBIDDEN,
        /** Nothing speaks against it, but not in this moment; the same again may do: 503. */
        BUSY
    }

    /** The enum constant's name, for example {@code NO_FREE_SEAT}. */
    String name();

    /** The kind of refusal. */
    Kind kind();

    /** Whose rule it is, for example {@code PairRejection}: a name alone may stand in several families of codes. */
    default String family() {
        Class<?> type = this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
        return type.getName().substring(type.getName().lastIndexOf('.') + 1);
    }
}
