package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.correspondence.ContactChanges;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.NeedCommand.EraseContact;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import org.springframework.stereotype.Component;

/** The contact of a need is erased here, and others are told, so that what they keep of this person goes too. */
@Component
class ContactErasure {
    private final ContactChanges changes;
    private final Commands commands;
    private final OperationDay day;

    ContactErasure(ContactChanges changes, Commands commands, OperationDay day) {
        this.changes = changes;
        this.commands = commands;
        this.day = day;
    }

    /** Told first: whoever repeats what was interrupted between the two tells it again, which changes nothing there. */
    void erase(String need, CommandContext context) {
        String _ = commands.send(new Act(new EraseContact(need, day.today())), context.child("erased:" + need));
        changes.erase(need);
    }
}
