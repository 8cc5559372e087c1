package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.planted.matching.Rival;

record LooksAtMatching(Rival rival) {}
