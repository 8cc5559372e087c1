package fr.mentoratdurgence.matching.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.files.FileRefused;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.whatif.Acceptance;
import fr.mentoratdurgence.matching.whatif.Counterfactual;
import fr.mentoratdurgence.matching.whatif.WhatIf;
import fr.mentoratdurgence.platform.Violations;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a person or a program asks of the counterfactual. */
@Component
class WhatIfForm {
    private final WhatIf whatIf;
    private final PolicyVersions policies;

    WhatIfForm(WhatIf whatIf, PolicyVersions policies) {
        this.whatIf = whatIf;
        this.policies = policies;
    }

    /**
     * A question that could be read.
     *
     * @param policy a published version; 0 = the policy is in the file that comes with it
     */
    record Asked(
            int policy,
            Acceptance acceptance,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Reads the question; whether its days make a season, the comparison says. */
    static Asked asked(int policy, @Nullable String acceptance, @Nullable String from, @Nullable String to) {
        Violations wrong = new Violations();
        Acceptance chosen = acceptance == null || acceptance.isBlank()
                ? Acceptance.RECORDED
                : Wording.code(Acceptance.class, acceptance);
        if (chosen == null) {
            wrong.add("acceptance", "etsi.reponses");
        }
        LocalDate first = wrong.day("from", from);
        LocalDate last = wrong.day("to", to);
        wrong.throwIfAny();
        return new Asked(policy, chosen == null ? Acceptance.RECORDED : chosen, first, last);
    }

    /** The season under the policy in force and under the one that is asked about. */
    Counterfactual compare(Asked asked, byte[] file) {
        Policy other = asked.policy() == 0 ? policy(new String(file, UTF_8)) : policies.version(asked.policy());
        return whatIf.compare(other, asked.acceptance(), asked.from(), asked.to());
    }

    /** A policy file as it is written, with or without reasons. */
    static Policy policy(@Nullable String file) {
        if (file == null || file.isBlank()) {
            new Violations().add("policy", "etsi.regle").throwIfAny();
        }
        try {
            Policy read = PolicyFile.parse(file == null ? "" : file);
            return new Policy(
                    0,
                    read.proposalHours(),
                    read.rules(),
                    read.minimumCommonMinutes(),
                    read.minorMentorBands(),
                    read.audiencePoints(),
                    read.pointsPerWaitingDay(),
                    read.floors(),
                    read.fit(),
                    read.commonHoursCounted(),
                    read.mentorWeeksCounted(),
                    read.referentLoadLimit());
        } catch (FileRefused refused) {
            Violations wrong = new Violations();
            refused.reasons().forEach(reason -> wrong.add("policy", "etsi.fichier", reason));
            wrong.throwIfAny();
            throw refused;
        }
    }
}
