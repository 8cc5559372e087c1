package fr.mentoratdurgence.platform.deadlines;

import java.util.function.Consumer;

/** What a service does when deadlines of one kind pass: a bean for each kind. */
public interface OnDeadline {

    /** One of this kind. */
    static OnDeadline of(Enum<?> kind, Consumer<Deadline> passed) {
        return new OnDeadline() {
            @Override
            public String kind() {
                return kind.name();
            }

            @Override
            public void passed(Deadline deadline) {
                passed.accept(deadline);
            }
        };
    }

    /** Code of the kind. */
    String kind();

    /**
     * It has passed. Called once in all, in the transaction in which the deadline is done with: what is stored here is
     * stored with it or not at all. Usually sends a command; one that a rule refuses found that all was decided in the
     * meantime. Any other failure is tried again, after growing pauses and for as long as it takes.
     *
     * @param deadline as it was set: however late this is called, with the instant at which it was due
     */
    void passed(Deadline deadline);
}
