package fr.mentoratdurgence.planted.needs;

import org.springframework.stereotype.Controller;

@Controller
class Screens {}
