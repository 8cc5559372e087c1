package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.letters.LetterKind;
import java.util.List;

/** Who of a service's people has a login: a bean of this type gives it the page for who forgot theirs. */
public interface LoginHolders {

    /** Those who have a login and read this address: none, one, or several who share a mailbox. */
    List<String> at(String email);

    /** The letter that tells each of them their own login. */
    LetterKind reminder();
}
