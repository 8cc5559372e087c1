package fr.mentoratdurgence.planted.needs;

import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import java.util.List;

class Eavesdropper implements Inbox {
    @Override
    public Hearing hearing() {
        return Hearing.ofAll(List.of(), _ -> {});
    }
}
