package fr.mentoratdurgence.needs.intake;

/** FR: canal, how mentor and young person talk. */
public enum Channel {
    VIDEO,
    PHONE,
    MESSAGING
}
