package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.domain.DecisionSession;

record DecidesAside(DecisionSession session) {}
