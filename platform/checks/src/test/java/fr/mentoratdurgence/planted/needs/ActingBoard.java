package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.Commands;

record ActingBoard(Commands commands) {}
