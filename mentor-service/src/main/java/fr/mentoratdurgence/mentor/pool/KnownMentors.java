package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ErasePersonalData;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.KnownPeople;
import org.springframework.stereotype.Component;

/** Mentors, erased by an operator whom somebody asked in writing: whatever the territory, and also with a login. */
@Component
class KnownMentors implements KnownPeople {
    private final Commands commands;
    private final MentorBoard mentors;
    private final IdentityBook identities;
    private final OperationDay day;

    KnownMentors(Commands commands, MentorBoard mentors, IdentityBook identities, OperationDay day) {
        this.commands = commands;
        this.mentors = mentors;
        this.identities = identities;
        this.day = day;
    }

    @Override
    public boolean identifies(String person) {
        return identities.find(person).isPresent();
    }

    @Override
    public void erase(String person, Person by, CommandContext context) {
        String _ = commands.send(new ErasePersonalData(mentors.known(person).mentor(), day.today()), context);
    }
}
