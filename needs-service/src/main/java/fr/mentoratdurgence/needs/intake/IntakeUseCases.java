package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.contacts.NoteBook;
import fr.mentoratdurgence.needs.directory.RelayStructure;
import fr.mentoratdurgence.needs.directory.RelayStructure.Known;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RegisterFromForm;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.VerifyStructure;
import fr.mentoratdurgence.needs.directory.RelayStructureDecider;
import fr.mentoratdurgence.needs.directory.RelayStructureRejection;
import fr.mentoratdurgence.needs.directory.StructureNameBook;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.IntakeCommand.HandOver;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Qualify;
import fr.mentoratdurgence.needs.intake.IntakeCommand.TakeFromFile;
import fr.mentoratdurgence.needs.intake.IntakeCommand.UndoAll;
import fr.mentoratdurgence.needs.intake.IntakeCommand.VerifyStructureOf;
import fr.mentoratdurgence.needs.intake.NeedCommand.AskStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.CorrectCall;
import fr.mentoratdurgence.needs.intake.NeedCommand.DeclareNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.HandOverNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.LogContactAttempt;
import fr.mentoratdurgence.needs.intake.NeedCommand.QualifyNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReleaseNeed;
import fr.mentoratdurgence.needs.intake.NeedCommand.SayStillNeeded;
import fr.mentoratdurgence.needs.intake.NeedCommand.UndoAct;
import fr.mentoratdurgence.needs.intake.NeedCommand.WithdrawNeed;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;

/** What each command of the intake does, in one transaction, over the streams of need and structure. */
final class IntakeUseCases {
    private final StructureNameBook names;
    private final ContactBook contacts;
    private final NoteBook notes;
    private final FileUseCases files;
    private final CallPromise promise;
    private final NeedLoans loans;
    private final StillNeeded stillNeeded;
    private final NeedLetters letters;

    IntakeUseCases(
            StructureNameBook names,
            ContactBook contacts,
            NoteBook notes,
            ImportedNeeds imported,
            CallPromise promise,
            NeedLoans loans,
            StillNeeded stillNeeded,
            NeedLetters letters) {
        this.promise = promise;
        this.loans = loans;
        this.stillNeeded = stillNeeded;
        this.letters = letters;
        this.names = names;
        this.contacts = contacts;
        this.notes = notes;
        this.files = new FileUseCases(imported, contacts, this::declare);
    }

    /** Decides; answers with the need's id. */
    String handle(IntakeCommand command, DecisionSession session) {
        return switch (command) {
            case Declare c -> declare(c, session);
            case TakeFromFile c -> files.take(c, session);
            case Qualify c -> qualify(c, session);
            case VerifyStructureOf c -> {
                Need.structureOf(session.state(NeedDecider.DECIDER, c.need())).ifPresent(structure -> {
                    session.decide(RelayStructureDecider.DECIDER, structure, new VerifyStructure());
                    contacts.unlisted(c.need()).ifPresent(checked -> names.keepVerified(structure, checked));
                });
                yield c.need();
            }
            case HandOver c -> {
                c.needs().forEach(need -> {
                    session.decide(NeedDecider.DECIDER, need.need(), need);
                    lend(need);
                });
                yield "";
            }
            case UndoAll c -> {
                c.needs().forEach(need -> session.decide(NeedDecider.DECIDER, need.need(), need));
                c.needs().forEach(need -> undone(need, session.state(NeedDecider.DECIDER, need.need())));
                yield "";
            }
            case Act c -> {
                Need after = session.decide(NeedDecider.DECIDER, c.act().need(), c.act());
                tell(c.act());
                asked(c.act(), !session.added().isEmpty());
                if (c.act() instanceof UndoAct undo) {
                    undone(undo, after);
                }
                yield c.act().need();
            }
        };
    }

    private void lend(HandOverNeed c) {
        if (c.asked().until() == null) {
            loans.over(c.need());
        } else {
            loans.lent(c.need(), c.asked().until());
        }
    }

    /**
     * Whether mentors are still needed is asked once at a time, and again after long.
     *
     * @param decided whether there was a reason to ask
     */
    private void asked(NeedCommand act, boolean decided) {
        switch (act) {
            case AskStillNeeded ask -> {
                if (decided) {
                    letters.stillNeededAsked(ask.need(), ask.today());
                }
                stillNeeded.since(ask.need(), ask.today());
            }
            case SayStillNeeded said -> {
                letters.stillNeededSaid(said.need());
                if (decided) {
                    stillNeeded.since(said.need(), said.today());
                }
            }
            case WithdrawNeed withdrawn -> stillNeeded.over(withdrawn.need());
            default -> {
                // says nothing about it
            }
        }
    }

    /** What the contact has to know of an act. */
    private void tell(NeedCommand act) {
        if (act instanceof LogContactAttempt || act instanceof WithdrawNeed) {
            promise.over(act.need());
        }
        if (act instanceof ReleaseNeed || act instanceof WithdrawNeed) {
            loans.over(act.need());
        }
        switch (act) {
            case LogContactAttempt call when call.reached() -> letters.reached(call.need());
            case LogContactAttempt call -> letters.missed(call.need(), call.occurredOn());
            case CorrectCall call when call.reached() -> letters.reached(call.need());
            case WithdrawNeed withdrawn -> letters.withdrawn(withdrawn.need());
            default -> {}
        }
    }

    /** What was waited for and what was to be told is as it was before. */
    private void undone(UndoAct c, Need after) {
        switch (c.what()) {
            case CALL -> letters.notCalled(c.need());
            case QUALIFICATION -> letters.notQualified(c.need());
            case WITHDRAWAL -> letters.notWithdrawn(c.need());
            case CLAIM, HAND_OVER -> {
                // the structure is told of neither
            }
        }
        if (after instanceof Need.Waiting waiting && waiting.call() == Need.Call.NONE) {
            DeclaredNeed asked = waiting.request();
            promise.made(c.need(), promise.callBy(asked.declaredOn(), asked.departement()));
        }
        Need.Taken taken = NeedDecider.takenOf(after);
        if (taken == null || taken.lent() == null) {
            loans.over(c.need());
        } else {
            loans.lent(c.need(), taken.lent().until());
        }
    }

    /** The structure is only read: once verified it stays verified, so what was read cannot become wrong. */
    private String qualify(Qualify c, DecisionSession session) {
        boolean verified = Need.structureOf(session.state(NeedDecider.DECIDER, c.need()))
                .map(structure -> session.state(RelayStructureDecider.DECIDER, structure))
                .map(RelayStructure::isVerified)
                .orElse(false);
        session.decide(
                NeedDecider.DECIDER,
                c.need(),
                new QualifyNeed(c.need(), verified, c.familyLinkAcknowledged(), c.qualifiedOn()));
        letters.qualified(c.need());
        stillNeeded.since(c.need(), c.qualifiedOn());
        return c.need();
    }

    /** Need, structure, contact and note in one transaction: all of it or nothing. */
    private String declare(Declare c, DecisionSession session) {
        Known structure = structure(c, session);
        session.decide(
                NeedDecider.DECIDER,
                c.need(),
                new DeclareNeed(
                        new NeedDeclared(
                                c.need(),
                                new DeclaredNeed(
                                        structure.structure(),
                                        structure.departement(),
                                        structure.academie(),
                                        c.priorityAudience(),
                                        c.lines(),
                                        c.declaredOn()),
                                c.origin()),
                        c.callTimes()));
        // only after the last rule has agreed: a refusal is committed as an answer, with whatever was written
        contacts.keep(c.need(), c.contact(), c.unlisted());
        if (c.note() != null) {
            notes.keep(c.need(), c.note());
        }
        LocalDate callBy = promise.callBy(c.declaredOn(), structure.departement());
        promise.made(c.need(), callBy);
        // who stands in a file has not asked for a letter
        if (c.origin() != Origin.IMPORT) {
            letters.received(c.need(), callBy);
        }
        return c.need();
    }

    private Known structure(Declare c, DecisionSession session) {
        String id = c.uai().structure();
        if (session.state(RelayStructureDecider.DECIDER, id) instanceof Known known) {
            return known;
        }
        if (c.unlisted() != null
                && session.decide(RelayStructureDecider.DECIDER, id, byForm(c.uai())) instanceof Known known) {
            return known;
        }
        throw new Rejection(RelayStructureRejection.UNKNOWN_STRUCTURE);
    }

    private RegisterFromForm byForm(Uai uai) {
        String departement = uai.departement();
        return Departements.of(departement)
                .map(known -> new RegisterFromForm(uai, departement, known.academie()))
                .orElseThrow(() -> new Rejection(RelayStructureRejection.UNKNOWN_STRUCTURE));
    }
}
