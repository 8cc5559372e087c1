package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.domain.Rejection;

record BusyConfiguration(Rejection refused) {}
