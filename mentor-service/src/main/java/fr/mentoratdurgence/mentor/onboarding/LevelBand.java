package fr.mentoratdurgence.mentor.onboarding;

/** Levels of the French school, youngest first (FR: niveau): the order is part of the meaning. */
public enum LevelBand {
    CP_CE2,
    CM1_CM2,
    COLLEGE_6_5,
    COLLEGE_4_3,
    LYCEE_GT,
    LYCEE_PRO
}
