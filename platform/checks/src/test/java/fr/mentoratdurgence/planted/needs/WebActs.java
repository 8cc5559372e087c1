package fr.mentoratdurgence.planted.needs;

import org.springframework.ui.Model;

record WebActs(Model model) {}
