package fr.mentoratdurgence.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {
    /** Two streams have the id of a pair: read as one, a fact of one would hide that of the other with the same number. */
    @ParameterizedTest
    @EnumSource
    void a_fact_is_read_as_beside_its_pair_where_the_follow_up_tells_it_there(Kind kind) {
        Class<?> contract = Objects.requireNonNull(ContractTypes.all().get(kind.type()));

        assertThat(kind.isBesideAPair()).isEqualTo(isTold("care", contract));
        assertThat(isTold("plan", contract) || isTold("wish", contract))
                .as("a third stream with the id of the pair asks for accounts of its own")
                .isFalse();
    }

    private static boolean isTold(String stream, Class<?> contract) {
        return Objects.requireNonNull(ContractTypes.BESIDE_PAIRS.get(stream)).contains(contract);
    }
}
