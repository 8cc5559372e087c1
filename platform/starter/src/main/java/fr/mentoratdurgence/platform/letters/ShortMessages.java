package fr.mentoratdurgence.platform.letters;

/** The provider of short messages: outside the system, so that another one is an adapter. */
public interface ShortMessages {

    /** Whether there is one. */
    boolean available();

    /**
     * Sends one.
     *
     * @param phone in E.164
     * @param text  at most 160 signs of the alphabet of telephones
     * @param id    the same for the same message sent again
     * @throws RuntimeException where it did not take it
     */
    void send(String phone, String text, String id);
}
