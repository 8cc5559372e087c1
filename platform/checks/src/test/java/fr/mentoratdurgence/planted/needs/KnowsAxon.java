package fr.mentoratdurgence.planted.needs;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

record KnowsAxon(EventMessage<?> message) {
    @EventHandler
    void on(Object any) {}
}
