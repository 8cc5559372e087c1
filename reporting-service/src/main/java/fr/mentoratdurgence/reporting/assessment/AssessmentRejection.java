package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules of an assessment say no. */
enum AssessmentRejection implements RejectionCode {
    ASSESSMENT_UNKNOWN(Kind.NOT_FOUND),
    ASSESSMENT_ID_TAKEN(Kind.CONFLICT),
    ASSESSMENT_NOT_COMPUTED(Kind.CONFLICT),
    ASSESSMENT_ALREADY_SEALED(Kind.CONFLICT),
    ASSESSMENT_NOT_SEALED(Kind.CONFLICT),
    ASSESSMENT_NOT_OF_A_DAY(Kind.CONFLICT),
    ASSESSMENT_ALREADY_PUBLISHED(Kind.CONFLICT),
    ASSESSMENT_ALREADY_CORRECTED(Kind.CONFLICT),
    FIGURES_CHANGED(Kind.CONFLICT);

    private final Kind kind;

    AssessmentRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
