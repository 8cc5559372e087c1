package fr.mentoratdurgence.planted.needs;

import org.springframework.beans.factory.annotation.Value;

class OwnSetting {
    OwnSetting(@Value("${planted.every}") String every) {}
}
