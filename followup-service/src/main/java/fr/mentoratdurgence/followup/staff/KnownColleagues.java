package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffCommand.Leave;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.KnownPeople;
import org.springframework.stereotype.Component;

/** Who was invited into the team, erased by an operator whom somebody asked in writing: their place ends with it. */
@Component
class KnownColleagues implements KnownPeople {
    private final Commands commands;
    private final StaffBoard board;
    private final StaffBook book;
    private final StaffNames names;
    private final OperationDay day;

    KnownColleagues(Commands commands, StaffBoard board, StaffBook book, StaffNames names, OperationDay day) {
        this.commands = commands;
        this.board = board;
        this.book = book;
        this.names = names;
        this.day = day;
    }

    @Override
    public boolean identifies(String person) {
        return book.find(person).isPresent()
                || board.find(person)
                        .map(StaffRow::account)
                        .flatMap(names::name)
                        .isPresent();
    }

    @Override
    public void erase(String person, Person by, CommandContext context) {
        if (board.one(person).leftOn() == null) {
            String _ = commands.send(new Leave(person, by.account(), day.today()), context);
        }
    }
}
