package fr.mentoratdurgence.mentor.intake;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.onboarding.Offer;

/** An application in which everything has its form. */
record Application(Identity identity, boolean adult, String departement, Offer offer) {}
