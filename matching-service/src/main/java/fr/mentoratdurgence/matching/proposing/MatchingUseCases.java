package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MatchingRunDecider.RUN;
import static fr.mentoratdurgence.matching.proposing.PolicyDecider.POLICY;
import static fr.mentoratdurgence.matching.proposing.ProposalDecider.PROPOSAL;

import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ActivatePolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskValidation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.BeginProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludeMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.FreeSeat;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftPairingExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftStructureExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassPairOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProtectMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PublishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReleaseMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RemindMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReopenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RestorePair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoDecline;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoMatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;

/**
 * The use cases. All streams that one of them touches change together or not at all, and whoever else touches one of
 * them at the same time starts again on fresh state.
 */
final class MatchingUseCases {
    private MatchingUseCases() {}

    /** All of them, with the deadlines of proposals that follow from what they decide. */
    static UseCases<MatchingCommand> with(ProposalDeadlines deadlines) {
        return new UseCases<>(MatchingCommand.class, (command, session) -> {
            String answer = handle(command, session);
            deadlines.follow(session.added().stream()
                    .flatMap(stream -> stream.events().stream())
                    .toList());
            return answer;
        });
    }

    static String handle(MatchingCommand command, DecisionSession s) {
        return switch (command) {
            case Propose c -> ProposalUseCases.propose(c, s);
            case ProposeBatch c ->
                String.valueOf(c.proposals().stream()
                        .filter(p ->
                                s.attempt(() -> ProposalUseCases.propose(p, s)).isEmpty())
                        .count());
            case OfferNextBest c -> {
                Propose best = c.best();
                yield best == null ? PairingUseCases.NONE : ProposalUseCases.propose(best, s);
            }
            case AcceptProposal c -> ProposalUseCases.accept(c, s);
            case AnswerTrial c -> ProposalUseCases.answer(c, s);
            case DeclineProposal c -> ProposalUseCases.decline(c, s);
            case UndoDecline c -> RestoringUseCases.undo(c, s);
            case UndoMatch c -> RestoringUseCases.undo(c, s);
            case RestorePair c -> RestoringUseCases.restore(c, s);
            case ReopenNeed c -> RestoringUseCases.reopen(c, s);
            case ExpireProposal c -> ProposalUseCases.expire(c, s);
            case ValidateProposal c -> ProposalUseCases.validate(c, s);
            case AskValidation c -> {
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.AskValidation(c.of(), c.by(), c.at()));
                yield c.proposal();
            }
            case RemindMentor c -> {
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Remind());
                yield c.proposal();
            }
            case AskPreMatching c -> PairingUseCases.ask(c, s);
            case ContinuePreMatching c -> PairingUseCases.askNext(c, s);
            case WithdrawPreMatching c -> PairingUseCases.withdraw(c, s);
            case ExcludePairing c -> PairingUseCases.exclude(c, s);
            case LiftPairingExclusion c -> PairingUseCases.lift(c, s);
            case LiftStructureExclusion c ->
                HeardUseCases.decide(
                        c.mentor(), new LoadCommand.LiftStructureExclusion(c.structure(), c.reason(), c.by()), s);
            case OpenNeed c -> HeardUseCases.open(c, s);
            case ReviseNeedLine c -> HeardUseCases.revise(c, s);
            case WithdrawNeed c -> HeardUseCases.withdraw(c, s);
            case OpenMentor c ->
                HeardUseCases.decide(c.mentor(), new LoadCommand.OpenLoad(c.mentor(), c.profile(), c.capacity()), s);
            case WithdrawMentor c -> HeardUseCases.withdraw(c, s);
            case InterruptPair c -> HeardUseCases.interrupt(c, s);
            case EndPair c -> HeardUseCases.end(c, s);
            case PassNeedOn c -> HeardUseCases.passOn(c, s);
            case PassPairOn c -> HeardUseCases.passOn(c, s);
            case FreeSeat c -> HeardUseCases.free(c, s);
            case ExpireProof c -> HeardUseCases.expire(c, s);
            case RenewProof c -> HeardUseCases.decide(c.mentor(), new LoadCommand.RenewProof(c.renewedOn()), s);
            case HoldForReview c -> HeardUseCases.review(c, s);
            case EndReview c -> HeardUseCases.decide(c.mentor(), new LoadCommand.EndReview(c.endedOn()), s);
            case BeginProbation c -> HeardUseCases.probation(c, s);
            case EndProbation c ->
                HeardUseCases.decide(c.mentor(), new LoadCommand.EndProbation(c.pair(), c.endedOn()), s);
            case ProtectMentor c -> HeardUseCases.protect(c, s);
            case ExcludeMentor c ->
                HeardUseCases.decide(c.mentor(), new LoadCommand.Exclude(c.reason(), c.by(), c.at()), s);
            case ReleaseMentor c ->
                HeardUseCases.decide(c.mentor(), new LoadCommand.Release(c.reason(), c.by(), c.at()), s);
            case PublishPolicy c ->
                String.valueOf(
                        s.decide(POLICY, PolicyEvent.STREAM, new PolicyDecider.Publish(c.content(), c.by(), c.at()))
                                .published());
            case ActivatePolicy c -> {
                s.decide(
                        POLICY,
                        PolicyEvent.STREAM,
                        new PolicyDecider.Activate(c.version(), c.instead(), c.by(), c.at()));
                yield String.valueOf(c.version());
            }
            case EstablishPolicy c ->
                String.valueOf(
                        s.decide(POLICY, PolicyEvent.STREAM, new PolicyDecider.Establish(c.content(), c.by(), c.at()))
                                .activeVersion());
            case StartRun c -> {
                s.decide(RUN, c.started().stream(), new MatchingRunDecider.Start(c.started()));
                yield c.started().stream();
            }
            case CompleteRun c -> {
                s.decide(RUN, c.run(), new MatchingRunDecider.Complete(c.proposals(), c.refused(), c.outcome()));
                yield c.run();
            }
        };
    }
}
