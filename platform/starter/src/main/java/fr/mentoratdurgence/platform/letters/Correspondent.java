package fr.mentoratdurgence.platform.letters;

import java.time.ZoneId;

/**
 * A person to write to, opened for the moment of sending.
 *
 * @param name  how the letter greets
 * @param email empty where there is none
 * @param phone in E.164; empty where there is none
 * @param zone  where the person's night is
 */
public record Correspondent(String name, String email, String phone, ZoneId zone) {

    /** Says nothing: a person must not enter a log by accident. */
    @Override
    public String toString() {
        return "Correspondent[***]";
    }
}
