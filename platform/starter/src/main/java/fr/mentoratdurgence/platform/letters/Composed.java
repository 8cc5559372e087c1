package fr.mentoratdurgence.platform.letters;

/**
 * A letter in words, made at the moment of sending and never stored.
 *
 * @param sms empty where it does not go as a short message
 */
record Composed(String subject, String plain, String html, String sms) {
    @Override
    public String toString() {
        return "Composed[***]";
    }
}
