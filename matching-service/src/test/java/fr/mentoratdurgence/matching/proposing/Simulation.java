package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.DEADLINE;
import static fr.mentoratdurgence.matching.proposing.Examples.MATHS;
import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.TEACHER;
import static fr.mentoratdurgence.matching.proposing.Examples.mentor;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftPairingExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftStructureExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReleaseMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RemindMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReopenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoDecline;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoMatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairAssigned;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.PairUnassigned;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.DecisionSession.Added;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One random history on a map instead of a database, with its semantics: commands that are under way at the same time
 * all decide on the same past; the first one stores its facts, the others find a stream grown and start again.
 */
final class Simulation {
    private static final int STEPS = 14;
    private static final String STRUCTURE = "structure-0940176F";
    private static final int NEEDS = 2;
    private static final int MENTORS = 3;
    private static final int LOAD_LIMIT = 2;
    private static final PolicyContent POLICY = PolicyContent.of(PolicyFile.read(1));
    private static final PlaceProfile LYCEE =
            new PlaceProfile(LevelBand.LYCEE_GT, List.of(), List.of(), List.of(), List.of());
    private static final MentorProfile PUPIL =
            new MentorProfile(false, "94", false, List.of(), List.of(), List.of(), List.of(), null, null);

    /** What is broken on purpose, to see that it would be found. */
    enum Fault {
        NONE(null, null, true),
        SEATS_FORGET_RESERVATIONS(SeatReserved.class, null, true),
        SEATS_FORGET_EXCLUSIONS(PairingExcluded.class, null, true),
        LOADS_FORGET_STRUCTURES(StructureExcluded.class, null, true),
        LOADS_FORGET_RESERVATIONS(CapacityReserved.class, null, true),
        PROPOSALS_FORGET_CONFIRMATIONS(MatchConfirmed.class, null, true),
        A_SEAT_STAYS_RESERVED(null, SeatReleased.class, true),
        A_CAPACITY_STAYS_RESERVED(null, CapacityReleased.class, true),
        REFERENTS_FORGET_PAIRS(PairAssigned.class, null, true),
        A_REFERENT_KEEPS_A_PAIR_THAT_ENDED(null, PairUnassigned.class, true),
        A_PREMATCHING_NEVER_ENDS(null, PreMatchingEnded.class, true),
        LOADS_FORGET_HOLDS(MentorHeld.class, null, true),
        LOADS_FORGET_REVIEWS(HeldForReview.class, null, true),
        LOADS_FORGET_EXPIRIES(ProofExpired.class, null, true),
        A_MINOR_COUNTS_AS_AN_ADULT(null, null, true),
        A_CONCURRENT_ACT_IS_NOT_SEEN(null, null, false);

        private final @Nullable Class<?> forgotten;
        private final @Nullable Class<?> unsaid;
        private final boolean guarded;

        /**
         * @param forgotten kind of fact that no rule remembers
         * @param unsaid    kind of fact that no rule states
         * @param guarded   whether a grown stream is noticed
         */
        Fault(@Nullable Class<?> forgotten, @Nullable Class<?> unsaid, boolean guarded) {
            this.forgotten = forgotten;
            this.unsaid = unsaid;
            this.guarded = guarded;
        }
    }

    private final Random random;
    private final Fault fault;
    private final Map<String, List<DomainEvent>> store = new HashMap<>();
    private final List<DomainEvent> log = new ArrayList<>();
    private final List<MatchProposed> proposals = new ArrayList<>();
    private final List<MatchConfirmed> pairs = new ArrayList<>();
    private final List<PreMatchingAsked> prematchings = new ArrayList<>();
    private int ids;

    private Simulation(long seed, Fault fault) {
        this.random = new Random(seed);
        this.fault = fault;
    }

    /** Plays one history; what is wrong with it, if anything. */
    static Optional<String> play(long seed, Fault fault) {
        Simulation simulation = new Simulation(seed, fault);
        try {
            simulation.play();
            Invariants.hold(simulation.log, LOAD_LIMIT);
            simulation.noSeatIsLost();
            return Optional.empty();
        } catch (AssertionError | IllegalStateException broken) {
            return Optional.of(
                    "seed " + seed + ": " + broken.getMessage() + "\n" + String.join("\n", simulation.lines()));
        }
    }

    /** The facts of one history. */
    static List<DomainEvent> log(long seed, Fault fault) {
        Simulation simulation = new Simulation(seed, fault);
        simulation.play();
        return simulation.log;
    }

    private List<String> lines() {
        return log.stream().map(Object::toString).toList();
    }

    private void play() {
        send(new EstablishPolicy(POLICY, "system", NOW));
        for (int n = 0; n < NEEDS; n++) {
            send(open("need-" + n));
        }
        for (int m = 0; m < MENTORS; m++) {
            send(volunteer("mentor-" + m, 1 + random.nextInt(2)));
        }
        for (int step = 0; step < STEPS; step++) {
            List<MatchingCommand> underWay = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                underWay.add(any());
            }
            atOnce(underWay);
        }
    }

    /** All decide on the same past; who finds a stream grown when storing starts again. */
    private void atOnce(List<MatchingCommand> commands) {
        List<List<Added>> decided = commands.stream().map(this::decide).toList();
        for (int i = 0; i < commands.size(); i++) {
            if (!stored(decided.get(i))) {
                send(commands.get(i));
            }
        }
    }

    private void send(MatchingCommand command) {
        if (!stored(decide(command))) {
            throw new IllegalStateException("alone and yet too late");
        }
    }

    private List<Added> decide(MatchingCommand command) {
        DecisionSession session = new DecisionSession(this::remembered);
        try {
            MatchingUseCases.handle(command, session);
            return session.added();
        } catch (Rejection refused) {
            return List.of();
        }
    }

    private List<DomainEvent> remembered(String stream) {
        return store.getOrDefault(stream, List.of());
    }

    private boolean stored(List<Added> added) {
        for (Added stream : added) {
            if (fault.guarded && stream.first() != remembered(stream.stream()).size()) {
                return false;
            }
        }
        for (Added stream : added) {
            for (DomainEvent event : stream.events()) {
                if (fault.unsaid == null || !fault.unsaid.isInstance(event)) {
                    store(event);
                }
            }
        }
        return true;
    }

    private void store(DomainEvent event) {
        log.add(event);
        if (fault.forgotten == null || !fault.forgotten.isInstance(event)) {
            store.computeIfAbsent(event.stream(), _ -> new ArrayList<>())
                    .add(fault == Fault.A_MINOR_COUNTS_AS_AN_ADULT ? grownUp(event) : event);
        }
        if (event instanceof MatchProposed e) {
            proposals.add(e);
        } else if (event instanceof MatchConfirmed e) {
            pairs.add(e);
        } else if (event instanceof PreMatchingAsked e) {
            prematchings.add(e);
        }
    }

    private static DomainEvent grownUp(DomainEvent event) {
        return event instanceof LoadOpened e ? new LoadOpened(e.stream(), TEACHER, e.capacity()) : event;
    }

    /** Now and then somebody under 18, who may help line 1 and not line 2. */
    private OpenMentor volunteer(String mentor, int capacity) {
        return new OpenMentor(mentor, random.nextInt(3) == 0 ? PUPIL : TEACHER, capacity);
    }

    private MatchingCommand any() {
        return switch (random.nextInt(33)) {
            case 0, 1, 2, 3 -> proposal();
            case 4 -> new ProposeBatch(List.of(proposal(), proposal(), proposal()));
            case 5, 6, 7, 8 -> new AcceptProposal(someProposal(), random.nextInt(8) == 0 ? DEADLINE : NOW);
            case 9, 10 -> new DeclineProposal(someProposal(), Side.MENTOR, DeclineReason.NO_REASON);
            case 11, 12 -> new ExpireProposal(someProposal(), random.nextInt(4) == 0 ? NOW : DEADLINE);
            case 13, 14, 15 -> validate();
            case 16 -> new ReviseNeedLine(someNeed(), someLine(), random.nextInt(4));
            case 17 -> random.nextBoolean() ? new WithdrawMentor(someMentor()) : volunteer(someMentor(), 2);
            case 18 -> random.nextInt(3) == 0 ? new WithdrawNeed(someNeed()) : open(someNeed());
            case 20 -> ask();
            case 21, 22 -> prematching();
            case 23 ->
                new AnswerTrial(
                        someProposal(),
                        random.nextBoolean() ? Side.MENTOR : Side.STRUCTURE,
                        random.nextInt(3) == 0 ? TrialOpinion.POOR : TrialOpinion.GOOD,
                        "account-0",
                        NOW);
            case 24 -> exclusion();
            case 25 ->
                random.nextBoolean() ? new RemindMentor(someProposal()) : new OfferNextBest(someProposal(), proposal());
            case 27 -> new ExpireProof(someMentor(), LocalDate.of(2020, 4, 20));
            case 28 -> new RenewProof(someMentor(), LocalDate.of(2020, 4, 21));
            case 29 -> new HoldForReview(someMentor(), LocalDate.of(2020, 4, 20));
            case 31 -> new UndoDecline(someProposal(), "account-0", NOW);
            case 32 -> random.nextBoolean() ? new ReopenNeed(someNeed(), "account-0", NOW) : undoneMatch();
            case 30 -> new EndReview(someMentor(), LocalDate.of(2020, 4, 21));
            case 26 ->
                random.nextBoolean()
                        ? new ReleaseMentor(someMentor(), ReleaseReason.CLEARED, "account-0", NOW)
                        : lifting();
            default -> endOfPair();
        };
    }

    private MatchingCommand exclusion() {
        return new ExcludePairing(
                someNeed(),
                someLine(),
                someMentor(),
                random.nextInt(3) == 0 ? ExclusionReason.SAFEGUARDING : ExclusionReason.OTHER,
                random.nextInt(4) == 0,
                "account-0");
    }

    private MatchingCommand lifting() {
        return random.nextBoolean()
                ? new LiftPairingExclusion(someNeed(), someLine(), someMentor(), LiftReason.CLEARED, "account-0")
                : new LiftStructureExclusion(STRUCTURE, someMentor(), LiftReason.CLEARED, "account-0");
    }

    private OpenNeed open(String need) {
        return new OpenNeed(
                need,
                new QualifiedNeed(
                        STRUCTURE,
                        "account-referente",
                        "94",
                        "24",
                        PriorityAudience.REP,
                        List.of(
                                new SeatLine(1, 1 + random.nextInt(2), MATHS),
                                new SeatLine(2, 1 + random.nextInt(2), LYCEE)),
                        LocalDate.of(2020, 4, 1)));
    }

    private Propose proposal() {
        Propose example = propose("proposal-" + ids++, someNeed(), someMentor(), "account-" + random.nextInt(2));
        return onLine(example, someLine());
    }

    private static Propose onLine(Propose p, int line) {
        Suggestion s = p.suggestion();
        return new Propose(
                p.proposal(),
                new Suggestion(s.need(), line, s.mentor(), s.score(), s.explanation()),
                p.origin(),
                p.run(),
                p.manualReason(),
                p.policyVersion(),
                p.by(),
                p.at(),
                p.expiresAt(),
                null,
                null);
    }

    private ValidateProposal validate() {
        String by = "account-" + random.nextInt(2);
        return new ValidateProposal(
                someProposal(),
                "pair-" + ids++,
                by,
                by,
                NOW,
                LOAD_LIMIT,
                random.nextInt(8) == 0 ? OverrideReason.NOBODY_ELSE : null);
    }

    private AskPreMatching ask() {
        String id = "prematching-" + ids++;
        String need = someNeed();
        int line = someLine();
        return new AskPreMatching(id, need, line, candidates(id, need, line, mentors()), "account-0", NOW);
    }

    /** Goes on as the service does after a refusal, now and then at the wrong moment; or is withdrawn. */
    private MatchingCommand prematching() {
        if (prematchings.isEmpty()) {
            return ask();
        }
        PreMatchingAsked asked = prematchings.get(random.nextInt(prematchings.size()));
        String need = asked.need();
        return random.nextInt(4) == 0
                ? new WithdrawPreMatching(asked.prematching(), need)
                : new ContinuePreMatching(
                        asked.prematching(),
                        need,
                        candidates(asked.prematching(), need, asked.line(), asked.candidates()));
    }

    private List<Propose> candidates(String prematching, String need, int line, List<String> mentors) {
        return mentors.stream()
                .map(m -> onLine(propose("proposal-" + ids++, need, m, "account-0"), line)
                        .inPreMatching(prematching, 168))
                .toList();
    }

    private List<String> mentors() {
        List<String> some = new ArrayList<>();
        for (int m = random.nextInt(MENTORS); m < MENTORS; m++) {
            some.add("mentor-" + m);
        }
        return some;
    }

    private MatchingCommand undoneMatch() {
        if (pairs.isEmpty()) {
            return proposal();
        }
        MatchConfirmed pair = pairs.get(random.nextInt(pairs.size()));
        return new UndoMatch(pair.stream(), pair.pair(), "account-0", NOW);
    }

    private MatchingCommand endOfPair() {
        if (pairs.isEmpty()) {
            return proposal();
        }
        MatchConfirmed pair = pairs.get(random.nextInt(pairs.size()));
        return random.nextBoolean()
                ? new InterruptPair(
                        pair.pair(),
                        pair.terms().need(),
                        pair.terms().mentor(),
                        random.nextInt(4) > 0,
                        random.nextInt(3) == 0 ? HoldReason.SAFEGUARDING : null,
                        "account-0",
                        NOW)
                : new EndPair(pair.pair(), pair.terms().mentor());
    }

    /** Mostly one of the latest: those are still open. */
    private String someProposal() {
        if (proposals.isEmpty()) {
            return "proposal-none";
        }
        int back = Math.min(proposals.size(), random.nextInt(6) == 0 ? proposals.size() : 4);
        return proposals.get(proposals.size() - 1 - random.nextInt(back)).stream();
    }

    private String someNeed() {
        return "need-" + random.nextInt(NEEDS);
    }

    private String someMentor() {
        return "mentor-" + random.nextInt(MENTORS);
    }

    private int someLine() {
        return 1 + random.nextInt(2);
    }

    /** In the end each seat of an open line is in use, or somebody new can have it. */
    private void noSeatIsLost() {
        send(mentor("mentor-late", 100));
        List.copyOf(prematchings)
                .forEach(asked -> send(new ContinuePreMatching(asked.prematching(), asked.need(), List.of())));
        for (int n = 0; n < NEEDS; n++) {
            for (int line = 1; line <= 2; line++) {
                int before;
                do {
                    before = log.size();
                    send(onLine(propose("proposal-" + ids++, "need-" + n, "mentor-late", "account-r"), line));
                } while (log.size() > before);
            }
        }
        Invariants.everySeatIsInUse(log);
    }
}
