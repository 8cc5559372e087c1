package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.letters.Letters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom no letter reached, in words. */
@Component
class MentorCalls {
    private final IdentityBook identities;
    private final Texts texts;

    MentorCalls(IdentityBook identities, Texts texts) {
        this.identities = identities;
        this.texts = texts;
    }

    /** What no letter could tell somebody, and why. */
    record Call(
            String letter,
            String mentor,
            String name,
            String what,
            String cause,
            @Nullable String href) {}

    List<Call> of(List<Letters.ToCall> calls) {
        Map<String, Identity> names = identities.all(
                calls.stream().map(Letters.ToCall::person).distinct().toList());
        return calls.stream()
                .map(call -> new Call(
                        call.letter(),
                        call.person(),
                        name(names.get(call.person())),
                        texts.of("appel." + call.kind()),
                        texts.of("courrier.cause." + call.cause()),
                        leadsTo(call.parameters())))
                .toList();
    }

    /** What a mentor is called, as long as that is kept. */
    String name(@Nullable Identity identity) {
        return identity == null ? texts.of("mentor.efface") : identity.firstName() + " " + identity.lastName();
    }

    /** Where the answer of who was called is noted. */
    private static @Nullable String leadsTo(Map<String, String> parameters) {
        if (parameters.containsKey("proposal")) {
            return "/appariement/propositions/" + parameters.get("proposal");
        }
        return parameters.containsKey("pair") ? "/suivi/binomes/" + parameters.get("pair") : null;
    }
}
