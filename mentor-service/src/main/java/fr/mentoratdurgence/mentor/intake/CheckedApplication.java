package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import org.jspecify.annotations.Nullable;

/** An application in which everything has its form. */
record CheckedApplication(
        Identity identity,
        boolean adult,
        String departement,
        @Nullable String association,
        Offer offer) {}
