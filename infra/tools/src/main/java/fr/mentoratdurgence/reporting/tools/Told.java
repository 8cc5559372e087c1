package fr.mentoratdurgence.reporting.tools;

/** Tells the person in front of the machine how the work goes. */
interface Told {
    /** The sentence under a key. */
    void tell(String key, Object... arguments);
}
