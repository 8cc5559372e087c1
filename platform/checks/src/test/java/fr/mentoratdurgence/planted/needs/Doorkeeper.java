package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.AccessRules;

record Doorkeeper(AccessRules rules) {}
