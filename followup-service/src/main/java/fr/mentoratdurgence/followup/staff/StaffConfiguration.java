package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what other packages of this service use. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    @Bean
    StaffNames staffNames(JdbcClient db, PersonalDataCipher cipher, PersonalDataDetector detector, Clock clock) {
        return new StaffNames(db, cipher, detector, clock);
    }
}
