package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.letters.AboutPair;
import fr.mentoratdurgence.platform.letters.LetterKind;
import fr.mentoratdurgence.platform.letters.LettersOfPairs;
import fr.mentoratdurgence.platform.search.Hit.Name;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Letters of the team to many contacts, of pairs whose need it may see. */
@Component
class ContactReminders implements LettersOfPairs {
    private final NeedBoard board;
    private final NeedWords words;
    private final OperationDay day;

    ContactReminders(NeedBoard board, NeedWords words, OperationDay day) {
        this.board = board;
        this.words = words;
        this.day = day;
    }

    @Override
    public Collection<? extends LetterKind> worthAReminder() {
        return Set.of(NeedLetter.CONTACT_READY, NeedLetter.FIRST_CONTACT_MISSING, NeedLetter.CHECK_IN);
    }

    @Override
    public Collection<? extends LetterKind> ready() {
        return NeedLetter.READY;
    }

    @Override
    public Optional<AboutPair> of(Person person, String pair) {
        return board.ofPair(pair, person)
                .map(need -> new AboutPair(
                        pair,
                        need.need(),
                        Name.known(words.item(need, day.today()).title())));
    }
}
