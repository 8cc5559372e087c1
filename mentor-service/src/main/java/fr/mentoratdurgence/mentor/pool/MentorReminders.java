package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.letters.MentorLetter;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.letters.AboutPair;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.letters.LettersOfPairs;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Letters of the team to many mentors of pairs that it has to do with. */
@Component
class MentorReminders implements LettersOfPairs {
    private final CompanionBook companions;
    private final IdentityBook identities;
    private final MentorCalls calls;

    MentorReminders(CompanionBook companions, IdentityBook identities, MentorCalls calls) {
        this.companions = companions;
        this.identities = identities;
        this.calls = calls;
    }

    @Override
    public Collection<? extends LetterKind> worthAReminder() {
        return Set.of(MentorLetter.CONTACT_READY, MentorLetter.FIRST_CONTACT_AWAITED, MentorLetter.CHECK_IN);
    }

    @Override
    public Collection<? extends LetterKind> ready() {
        return MentorLetter.READY;
    }

    @Override
    public Optional<AboutPair> of(Person person, String pair) {
        return companions
                .mentorOf(person, pair)
                .map(mentor -> new AboutPair(
                        pair,
                        mentor,
                        Name.known(calls.name(identities.find(mentor).orElse(null)))));
    }
}
