package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.files.FileRefused;
import fr.mentoratdurgence.matching.files.PolicyFile;
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

    WhatIfForm(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    /** The season under this policy and under the one in force. */
    Counterfactual compare(Policy policy, @Nullable String acceptance, @Nullable String from, @Nullable String to) {
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
        return whatIf.compare(policy, chosen == null ? Acceptance.RECORDED : chosen, first, last);
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
