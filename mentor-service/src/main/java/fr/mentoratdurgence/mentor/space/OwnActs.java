package fr.mentoratdurgence.mentor.space;

import fr.mentoratdurgence.mentor.intake.ContactDraft;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.AcceptCharter;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.CompleteTraining;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.ErasePersonalData;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.Withdraw;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.mentor.pool.ContactCorrection;
import fr.mentoratdurgence.mentor.pool.MentorBoard;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.domain.Rejection;
import org.springframework.stereotype.Component;

/** What mentors do about themselves; the same acts for the API and for the pages. */
@Component
class OwnActs {
    private final Commands commands;
    private final MentorBoard mentors;
    private final AccountRemovals removals;
    private final ContactCorrection corrections;
    private final OperationDay day;

    OwnActs(
            Commands commands,
            MentorBoard mentors,
            AccountRemovals removals,
            ContactCorrection corrections,
            OperationDay day) {
        this.commands = commands;
        this.mentors = mentors;
        this.removals = removals;
        this.corrections = corrections;
        this.day = day;
    }

    void acceptCharter(Person person, int version, CommandContext context) {
        goOn(new AcceptCharter(mentors.self(person).mentor(), version, day.today()), context);
    }

    void completeTraining(Person person, String module, CommandContext context) {
        goOn(new CompleteTraining(mentors.self(person).mentor(), module, day.today()), context);
    }

    void withdraw(Person person, WithdrawalReason reason, CommandContext context) {
        commands.send(new Withdraw(mentors.self(person).mentor(), reason, day.today()), context);
    }

    void correct(Person person, ContactDraft typed, CommandContext context) {
        corrections.correct(mentors.self(person), typed, context);
    }

    /** Erased here and now; the login goes at once where Keycloak answers, as soon as it does otherwise. */
    void erase(Person person, CommandContext context) {
        commands.send(new ErasePersonalData(mentors.self(person).mentor(), day.today()), context);
        removals.work();
    }

    /** Who may be a person who was set aside is told to the team alone. */
    private void goOn(MentorCommand command, CommandContext context) {
        try {
            String _ = commands.send(command, context);
        } catch (Rejection refused) {
            throw refused.is(MentorRejection.POSSIBLE_RETURN) ? new Rejection(MentorRejection.TEAM_FIRST) : refused;
        }
    }
}
