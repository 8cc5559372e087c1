package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.ReachBook.Reading;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.lists.SavedViews;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that this service keeps of somebody of the team, for that person. */
@Component
class OwnData {
    private final StaffNames names;
    private final StaffBoard board;
    private final StaffBook book;
    private final ReachBook reaches;
    private final SavedViews views;

    OwnData(StaffNames names, StaffBoard board, StaffBook book, ReachBook reaches, SavedViews views) {
        this.names = names;
        this.board = board;
        this.book = book;
        this.reaches = reaches;
        this.views = views;
    }

    /**
     * @param name      as colleagues and those who are followed read it; empty = it is kept nowhere
     * @param colleague what the invitation said; null for who was not invited from here
     * @param place     the place in the team; null for who was not invited from here
     * @param readings  who was shown the name and the line
     */
    record Own(
            String account,
            String name,
            @Nullable Colleague colleague,
            @Nullable StaffRow place,
            Reach reach,
            int needs,
            int pairs,
            List<Reading> readings) {}

    Own of(Person person) {
        String account = person.account();
        StaffRow place = board.under(account).flatMap(board::find).orElse(null);
        return new Own(
                account,
                names.name(account).orElse(""),
                place == null ? null : book.find(place.staff()).orElse(null),
                place,
                reaches.of(account),
                board.needsOf(account),
                board.pairsOf(account),
                reaches.readings(account));
    }

    void forget(Person person) {
        names.erase(person.account());
        reaches.erase(person.account());
        views.forget(person.account());
    }
}
