package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why nothing is noted or read. */
enum NoteRejection implements RejectionCode {
    /** There is none, or it is not of this person's territory. */
    NOTE_UNKNOWN(Kind.NOT_FOUND),
    /** Nothing was done to its reminder in the last minutes. */
    REMINDER_NOT_UNDONE(Kind.CONFLICT);

    private final Kind kind;

    NoteRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
