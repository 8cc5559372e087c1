package fr.mentoratdurgence.platform.keys;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For ops: under which keys personal data is sealed here, by the keys' ids alone, and sealing it anew. */
@RestController
@RequestMapping("${mentorat.api}/ops/keys")
class KeysApi {
    private final PersonalDataCipher cipher;
    private final Resealing resealing;
    private final List<LastingMarks> lasting;

    KeysApi(PersonalDataCipher cipher, Resealing resealing, List<LastingMarks> lasting) {
        this.cipher = cipher;
        this.resealing = resealing;
        this.lasting = lasting;
    }

    /**
     * What is under which key.
     *
     * @param current  id of the one that seals
     * @param known    ids of all of them, that one first
     * @param running  whether it is being sealed anew
     * @param left     rows under an older key, by table
     * @param lasting  marks for which the older keys have to stay, by what they are
     * @param unnamed  sealed columns that are not sealed anew: a fault of the program
     * @param droppable whether the older keys are of no use any more
     */
    record Keys(
            String current,
            List<String> known,
            boolean running,
            Map<String, Long> left,
            Map<String, Long> lasting,
            List<String> unnamed,
            boolean droppable) {}

    @GetMapping
    Keys keys() {
        Map<String, Long> left = resealing.left();
        Map<String, Long> marks = new TreeMap<>();
        lasting.forEach(some -> marks.put(some.name(), some.count().getAsLong()));
        List<String> unnamed = resealing.unnamed();
        boolean droppable = unnamed.isEmpty()
                && left.values().stream().allMatch(rows -> rows == 0)
                && marks.values().stream().allMatch(rows -> rows == 0);
        return new Keys(cipher.currentKey(), cipher.keys(), resealing.running(), left, marks, unnamed, droppable);
    }

    /** Begins, unless somebody has. */
    @PostMapping("/resealing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Keys reseal() {
        resealing.begin();
        return keys();
    }
}
