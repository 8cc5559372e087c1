package fr.mentoratdurgence.mentor.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer, from the application to leaving and being forgotten.
 *
 * <p>Somebody applies and says what help he or she offers. On the way to the first young person some conditions have to
 * be met, in any order: an interview, a proof of good standing that counts today, the current charter, the required
 * training, for a minor the guardian's authorisation. No command activates: the act that meets the last condition does.
 *
 * <p>Time and doubt interrupt. A proof expires, and is missing again until another one is seen. A file that may be of
 * somebody who was set aside stops until the team has looked; of such a file only leaving is still heard at once.
 *
 * <p>It ends in three ways. The interview ends with no: refused. The mentor leaves, or is made to: gone; a new
 * password can still be had, because the own data are behind it. The mentor asks to be forgotten: erased, and what is
 * left are facts without a name.
 *
 * <p>This is what the rules have to remember of all that.
 */
public sealed interface Mentor {

    /** Nobody applied under this id. */
    record Unknown() implements Mentor {}

    /**
     * Applied, and on the way to be active or there already.
     *
     * @param expired it was said that no proof counts any more
     * @param stopped may be a person who was set aside: nothing goes on until the team says otherwise
     * @param reached a letter arrived at the address that we have
     * @param interview when the interview is
     * @param asked the newest charter that was asked for after another one had been accepted, 0 for none
     */
    record Present(
            Dossier dossier,
            boolean active,
            boolean expired,
            boolean stopped,
            boolean reached,
            Interview interview,
            int asked)
            implements Mentor {
        static Present applied(Dossier dossier) {
            return new Present(dossier, false, false, false, false, Interview.NONE, 0);
        }

        Present with(Dossier changed) {
            return new Present(changed, active, expired, stopped, reached, interview, asked);
        }

        Present activated() {
            return new Present(dossier, true, false, stopped, reached, interview, asked);
        }

        Present proven(boolean counts) {
            return new Present(dossier, active, !counts, stopped, reached, interview, asked);
        }

        Present stopping(boolean stops) {
            return new Present(dossier, active, expired, stops, reached, interview, asked);
        }

        Present reachedByMail(boolean arrived) {
            return new Present(dossier, active, expired, stopped, arrived, interview, asked);
        }

        Present meeting(Interview planned) {
            return new Present(dossier, active, expired, stopped, reached, planned, asked);
        }

        Present askedFor(int version) {
            return new Present(dossier, active, expired, stopped, reached, interview, version);
        }
    }

    /**
     * When the interview is.
     *
     * @param by      account of who leads it; empty = nobody yet
     * @param offered what the volunteer may choose from
     * @param booked  null = not known yet
     */
    record Interview(
            String by, List<Instant> offered, @Nullable Instant booked) {
        static final Interview NONE = new Interview("", List.of(), null);
    }

    /** The interview ended with no. */
    record Refused(Dossier dossier) implements Mentor {}

    /** Left the operation. */
    record Gone(Dossier dossier) implements Mentor {}

    /** Left, and nothing personal is kept. */
    record Erased() implements Mentor {}

    /**
     * The conditions, as far as they are met.
     *
     * @param proof   the proof that counts longest
     * @param charter accepted version, 0 for none
     * @param account the login, once there is one
     */
    record Dossier(
            boolean adult,
            String departement,
            Offer offer,
            boolean screened,
            boolean authorised,
            @Nullable Proof proof,
            int charter,
            Set<String> modules,
            @Nullable String account) {
        private static final Offer NOTHING_YET = new Offer(false, 1, List.of(), List.of(), List.of(), List.of());

        static Dossier of(boolean adult, String departement) {
            return new Dossier(adult, departement, NOTHING_YET, false, false, null, 0, Set.of(), null);
        }

        Dossier offering(Offer offer) {
            return new Dossier(adult, departement, offer, screened, authorised, proof, charter, modules, account);
        }

        Dossier screenedWell() {
            return new Dossier(adult, departement, offer, true, authorised, proof, charter, modules, account);
        }

        Dossier authorisedAsMinor() {
            return new Dossier(adult, departement, offer, screened, true, proof, charter, modules, account);
        }

        Dossier proven(Proof seen) {
            Proof longest = proof != null && proof.expiresOn().isAfter(seen.expiresOn()) ? proof : seen;
            return new Dossier(adult, departement, offer, screened, authorised, longest, charter, modules, account);
        }

        Dossier acceptedCharter(int version) {
            return new Dossier(adult, departement, offer, screened, authorised, proof, version, modules, account);
        }

        Dossier trained(String module) {
            Set<String> more = new HashSet<>(modules);
            more.add(module);
            return new Dossier(
                    adult, departement, offer, screened, authorised, proof, charter, Set.copyOf(more), account);
        }

        Dossier withAccount(String opened) {
            return new Dossier(adult, departement, offer, screened, authorised, proof, charter, modules, opened);
        }

        /** What is missing on that day before the mentor may be active, in the order in which it is asked. */
        public Set<Condition> missing(OperationRules rules, LocalDate today) {
            Set<Condition> missing = new LinkedHashSet<>();
            if (!screened) {
                missing.add(Condition.INTERVIEW);
            }
            if (proof == null || !proof.countsOn(today)) {
                missing.add(Condition.PROOF);
            }
            if (!adult && !authorised) {
                missing.add(Condition.AUTHORISATION);
            }
            if (charter != rules.charterVersion()) {
                missing.add(Condition.CHARTER);
            }
            if (!modules.containsAll(rules.requiredModules())) {
                missing.add(Condition.TRAINING);
            }
            return missing;
        }
    }

    /** A proof that was seen. */
    record Proof(ProofKind kind, LocalDate issuedOn, LocalDate expiresOn) {
        /** Whether it counts on that day. */
        boolean countsOn(LocalDate day) {
            return !expiresOn.isBefore(day);
        }
    }
}
