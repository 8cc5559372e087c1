package fr.mentoratdurgence.mentor.onboarding;

/** What was shown to prove good standing (FR: justificatif); neither document nor content is ever kept. */
public enum ProofKind {
    SWORN_STATEMENT,
    B3_SHOWN,
    HONORABILITY_CERTIFICATE
}
