package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.planted.contracts.Told;

class Gossip {
    Told tell() {
        return new Told("need-1");
    }
}
