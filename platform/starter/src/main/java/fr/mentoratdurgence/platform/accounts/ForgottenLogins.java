package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who read an address how each of them logs in; whoever asks learns nothing of it. */
public class ForgottenLogins {
    /** Asking again within the hour sends nothing more: nobody's mailbox is filled by somebody else. */
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private final LoginHolders holders;
    private final Letters letters;
    private final Clock clock;

    ForgottenLogins(LoginHolders holders, Letters letters, Clock clock) {
        this.holders = holders;
        this.letters = letters;
        this.clock = clock;
    }

    /** Writes to each person at this address who has a login. */
    @Transactional
    public void remind(String email) {
        for (String person : holders.at(email)) {
            letters.write(Letter.of(
                    person + ":" + holders.reminder().name() + ":" + HOUR.format(clock.instant()),
                    holders.reminder(),
                    person,
                    Map.of()));
        }
    }
}
