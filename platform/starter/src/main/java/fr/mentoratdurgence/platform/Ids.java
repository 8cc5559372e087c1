package fr.mentoratdurgence.platform;

/** Makes ids; injected, so that a test can own them. */
@FunctionalInterface
public interface Ids {

    /** A fresh id such as {@code need-<uuid>}. */
    String next(String prefix);
}
