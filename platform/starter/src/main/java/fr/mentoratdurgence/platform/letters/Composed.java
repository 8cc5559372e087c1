package fr.mentoratdurgence.platform.letters;

/**
 * A letter in words, made at the moment of sending and never stored.
 *
 * @param sms      empty where it does not go as a short message
 * @param oneClick where a mail program stops letters like this one; empty where they cannot be stopped
 */
record Composed(String subject, String plain, String html, String sms, String oneClick) {
    @Override
    public String toString() {
        return "Composed[***]";
    }
}
