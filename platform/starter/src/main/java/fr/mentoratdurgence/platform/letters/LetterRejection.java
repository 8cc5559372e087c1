package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why nothing is done to a letter. */
enum LetterRejection implements RejectionCode {
    /** It was sent: nobody gets it back. */
    LETTER_HAS_GONE(Kind.CONFLICT),
    /** Nobody has to call about it any more. */
    LETTER_NOT_TO_CALL(Kind.CONFLICT),
    /** That it was said by telephone was noted too long ago, or has led on. */
    CALL_STANDS(Kind.CONFLICT);

    private final Kind kind;

    LetterRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
